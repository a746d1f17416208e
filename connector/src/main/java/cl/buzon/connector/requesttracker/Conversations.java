package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.translation.PlainText;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said and shown on tickets: correspondence with its parts. A comment is never asked for, so that none can be told.
 */
final class Conversations {

    static final String CORRESPOND = "Correspond";
    static final String CREATE = "Create";

    /** Bytes of text in one answer, which is bounded. */
    private static final long ROOM = 1_000_000;

    private final Rest rest;
    private final People people;

    Conversations(Rest rest, People people) {
        this.rest = rest;
        this.people = people;
    }

    /** What is asked for of every transaction. */
    static Map<String, String> columns() {
        return Map.of("fields", "Type,Creator,Created,ObjectId,ObjectType", "fields[Creator]", People.COLUMNS);
    }

    /** What some transactions hold. */
    record Said(List<RemoteMessage> messages, List<RemoteFile> files) {}

    List<RemoteMessage> messages(TicketId ticket) {
        return said("messages", transactions("messages", List.of(ticket), List.of(CORRESPOND)), true)
                .messages();
    }

    List<RemoteFile> files(TicketId ticket) {
        return said("files", transactions("files", List.of(ticket), List.of(CORRESPOND, CREATE)), false)
                .files();
    }

    /** The one file of a transaction of ours. */
    Optional<RemoteFile> fileOf(TicketId ticket, long transaction) {
        return parts("file.look", List.of(transaction)).stream()
                .filter(part -> !part.text("Filename").isEmpty())
                .findFirst()
                .map(part -> file(part, ticket, new RemoteAuthor("", null, true)));
    }

    /** The transactions of some tickets, in their order. */
    List<Item> transactions(String name, List<TicketId> tickets, List<String> types) {
        String query = Sql.is("ObjectType", "RT::Ticket") + " AND " + Sql.any("TicketId", tickets) + " AND "
                + Sql.any("Type", types);
        List<Item> all = new ArrayList<>();
        List<Item> page;
        long last = 0;
        do {
            Map<String, String> parameters = new LinkedHashMap<>(columns());
            parameters.put("query", query + " AND id > " + last);
            parameters.put("orderby", "id");
            parameters.put("per_page", "" + Rest.PAGE);
            page = rest.list(name, "/transactions", parameters);
            all.addAll(page);
            last = page.isEmpty() ? last : page.get(page.size() - 1).id();
        } while (page.size() == Rest.PAGE);
        return all;
    }

    /**
     * What transactions hold that customers may see; others among them are left out.
     *
     * @param withTexts whether messages are wanted as well
     */
    Said said(String name, List<Item> transactions, boolean withTexts) {
        Map<Long, Item> open = new LinkedHashMap<>();
        transactions.stream()
                .filter(one -> one.text("ObjectType").equals("RT::Ticket"))
                .filter(one -> List.of(CORRESPOND, CREATE).contains(one.text("Type")))
                .forEach(one -> open.put(one.id(), one));
        List<Item> parts = parts(name, open.keySet());
        List<RemoteFile> files = new ArrayList<>();
        Map<Long, Item> texts = new LinkedHashMap<>();
        for (Item part : parts) {
            Item transaction = open.get(part.number("TransactionId"));
            if (transaction == null) {
                continue;
            }
            if (!name(part).isEmpty()) {
                files.add(file(part, ticket(transaction), people.author(transaction.of("Creator"))));
            } else if (withTexts && transaction.text("Type").equals(CORRESPOND) && isText(part)) {
                texts.merge(transaction.id(), part, Conversations::better);
            }
        }
        List<RemoteMessage> messages = new ArrayList<>();
        Map<Long, String> contents = contents(name, texts.values());
        texts.forEach((transaction, part) -> {
            RemoteMessage message = message(
                    java.util.Objects.requireNonNull(open.get(transaction)),
                    part,
                    contents.getOrDefault(part.id(), ""));
            if (!message.text().isBlank()) {
                messages.add(message);
            }
        });
        return new Said(messages, files);
    }

    /** What is too long for a message is a file, so that it comes at all. */
    private static String name(Item part) {
        return part.text("Filename").isEmpty() && isText(part) && part.number("ContentLength") > ROOM
                ? "mensaje-" + part.id() + (isPlain(part) ? ".txt" : ".html")
                : part.text("Filename");
    }

    private static boolean isText(Item part) {
        return part.text("ContentType").startsWith("text/") && part.number("ContentLength") > 0;
    }

    /** A text that was written twice, as mails are, is taken without its markup. */
    private static Item better(Item first, Item second) {
        return !isPlain(first) && isPlain(second) ? second : first;
    }

    private static boolean isPlain(Item part) {
        return part.text("ContentType").equals("text/plain");
    }

    private RemoteMessage message(Item transaction, Item part, String content) {
        RemoteAuthor author = people.author(transaction.of("Creator"));
        String text = author.us()
                ? content.replace("\r\n", "\n")
                : isPlain(part) ? PlainText.ofText(content) : PlainText.ofHtml(content);
        return new RemoteMessage(
                new ItemKey(transaction.id(), 0).toString(), ticket(transaction), author, time(transaction), text);
    }

    private static RemoteFile file(Item part, TicketId ticket, RemoteAuthor author) {
        return new RemoteFile(
                new ItemKey(part.number("TransactionId"), part.id()).toString(),
                ticket,
                author,
                time(part),
                name(part),
                part.number("ContentLength"),
                RemoteFile.Readiness.READY);
    }

    private static TicketId ticket(Item transaction) {
        return new TicketId(transaction.text("ObjectId"));
    }

    private static Instant time(Item record) {
        return record.time("Created").orElse(Instant.EPOCH);
    }

    /** Without their contents: the bytes of files would come along. */
    private List<Item> parts(String name, Collection<Long> transactions) {
        List<Item> all = new ArrayList<>();
        for (List<Long> some : chunks(List.copyOf(transactions))) {
            List<Item> page;
            long last = 0;
            do {
                page = rest.search(
                        name,
                        "/attachments",
                        Map.of(
                                "fields", "TransactionId,Filename,ContentType,ContentLength,Created",
                                "orderby", "id",
                                "per_page", "" + Rest.PAGE),
                        condition("TransactionId", some)
                                .add(Json.createObjectBuilder()
                                        .add("field", "id")
                                        .add("operator", ">")
                                        .add("value", last))
                                .build());
                all.addAll(page);
                last = page.isEmpty() ? last : page.get(page.size() - 1).id();
            } while (page.size() == Rest.PAGE);
        }
        return all;
    }

    private Map<Long, String> contents(String name, Collection<Item> texts) {
        Map<Long, String> contents = new HashMap<>();
        List<Long> some = new ArrayList<>();
        long size = 0;
        for (Item text : texts) {
            if (!some.isEmpty() && (some.size() == Rest.PAGE || size + text.number("ContentLength") > ROOM)) {
                contents.putAll(fetched(name, some));
                some.clear();
                size = 0;
            }
            some.add(text.id());
            size += text.number("ContentLength");
        }
        if (!some.isEmpty()) {
            contents.putAll(fetched(name, some));
        }
        return contents;
    }

    private Map<Long, String> fetched(String name, List<Long> parts) {
        JsonArray condition = condition("id", parts).build();
        Map<Long, String> contents = new HashMap<>();
        rest.search(name, "/attachments", Map.of("fields", "Content", "per_page", "" + Rest.PAGE), condition)
                .forEach(part -> contents.put(part.id(), part.text("Content")));
        return contents;
    }

    private static JsonArrayBuilder condition(String field, List<Long> values) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("field", field)
                        .add("operator", "IN")
                        .add("value", Json.createArrayBuilder(values)));
    }

    private static List<List<Long>> chunks(List<Long> all) {
        List<List<Long>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += Rest.PAGE) {
            chunks.add(all.subList(from, Math.min(all.size(), from + Rest.PAGE)));
        }
        return chunks;
    }
}
