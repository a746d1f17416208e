package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.translation.PlainText;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is said and shown on tickets: correspondence with its parts. A comment is never asked for, so that none can be told;
 * nor is passed on as the back office's what somebody else has written there, by mail for instance.
 */
final class Conversations {

    static final String CORRESPOND = "Correspond";
    static final String CREATE = "Create";

    private static final List<String> SPOKEN = List.of(CORRESPOND, Cuts.TRUNCATED, Cuts.DROPPED);
    private static final List<String> SHOWN = List.of(CORRESPOND, CREATE, Cuts.TRUNCATED, Cuts.DROPPED);

    private static final Logger LOG = System.getLogger(Conversations.class.getName());

    private final Rest rest;
    private final People people;
    private final Contents contents;

    Conversations(Rest rest, People people) {
        this.rest = rest;
        this.people = people;
        this.contents = new Contents(rest);
    }

    /** What is asked for of every transaction. */
    static Map<String, String> columns() {
        return Map.of(
                "fields",
                "Type,Creator,Created,ObjectId,ObjectType,Data,OldValue,NewValue",
                "fields[Creator]",
                People.COLUMNS);
    }

    /** What some transactions hold. */
    record Said(List<RemoteMessage> messages, List<RemoteFile> files) {
        static Said nothing() {
            return new Said(List.of(), List.of());
        }
    }

    List<RemoteMessage> messages(TicketId ticket) {
        return said("messages", transactions("messages", List.of(ticket), Sql.any("Type", SPOKEN)), true)
                .messages();
    }

    List<RemoteFile> files(TicketId ticket) {
        return said("files", transactions("files", List.of(ticket), Sql.any("Type", SHOWN)), false)
                .files();
    }

    /**
     * The transactions of some tickets, in their order. Pages are filled before what we may not see is taken out of them, so
     * that only an empty one is the last.
     *
     * @param which a condition
     */
    List<Item> transactions(String name, List<TicketId> tickets, String which) {
        String query = Sql.is("ObjectType", "RT::Ticket") + " AND " + Sql.any("TicketId", tickets) + " AND " + which;
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
        } while (!page.isEmpty());
        return all;
    }

    /**
     * What transactions hold that customers may see; others among them are left out.
     *
     * @param withTexts whether messages are wanted as well
     */
    Said said(String name, List<Item> transactions, boolean withTexts) {
        return said(name, transactions, withTexts, TicketId::new);
    }

    /** @param tickets by their numbers over there */
    Said said(String name, List<Item> transactions, boolean withTexts, Function<String, TicketId> tickets) {
        Map<Long, Item> open = transactions.stream()
                .filter(one -> one.text("ObjectType").equals("RT::Ticket"))
                .filter(one -> List.of(CORRESPOND, CREATE).contains(one.text("Type")))
                .filter(this::isPublic)
                .collect(Collectors.toMap(Item::id, one -> one, (one, other) -> one, LinkedHashMap::new));
        Cuts cuts = Cuts.of(transactions);
        Map<Long, Letter> letters = contents.letters(name, open.keySet());
        letters.keySet().retainAll(open.keySet());
        letters.replaceAll(
                (id, letter) -> cuts.seen(Objects.requireNonNull(open.get(id)).text("ObjectId"), letter));
        List<RemoteFile> files = new ArrayList<>();
        Map<Long, Letter> spoken = new LinkedHashMap<>();
        letters.forEach((id, letter) -> {
            Item transaction = Objects.requireNonNull(open.get(id));
            RemoteAuthor author = people.author(transaction.of("Creator"));
            TicketId ticket = tickets.apply(transaction.text("ObjectId"));
            letter.files().forEach(piece -> files.add(file(piece, ticket, author)));
            if (withTexts && transaction.text("Type").equals(CORRESPOND)) {
                spoken.put(id, letter);
            }
        });
        Map<Long, String> words = contents.words(
                name,
                spoken.values().stream()
                        .flatMap(letter -> letter.texts().stream())
                        .filter(piece -> !piece.isLong())
                        .toList());
        List<RemoteMessage> messages = new ArrayList<>();
        spoken.forEach((id, letter) -> {
            Item transaction = Objects.requireNonNull(open.get(id));
            RemoteMessage message = message(transaction, letter, words, tickets.apply(transaction.text("ObjectId")));
            if (!message.text().isBlank()) {
                messages.add(message);
            }
        });
        return new Said(messages, files);
    }

    private boolean isPublic(Item transaction) {
        if (people.isStaff(transaction.of("Creator"))) {
            return true;
        }
        LOG.log(
                Level.INFO,
                "What user {0} has written on ticket {1} is not passed on: they are not privileged",
                transaction.of("Creator").text("id"),
                transaction.text("ObjectId"));
        return false;
    }

    private RemoteMessage message(Item transaction, Letter letter, Map<Long, String> words, TicketId ticket) {
        RemoteAuthor author = people.author(transaction.of("Creator"));
        // A long one, pictures and all, is fetched only where nothing else says the same
        String text = letter.text(piece ->
                plain(piece, piece.isLong() ? contents.slim(piece) : words.getOrDefault(piece.id(), ""), author.us()));
        return new RemoteMessage(
                new ItemKey(transaction.id(), 0).toString(),
                ticket,
                author,
                transaction.time("Created").orElse(Instant.EPOCH),
                text);
    }

    private static String plain(Piece piece, String content, boolean ours) {
        if (ours) {
            return content.replace("\r\n", "\n");
        }
        return piece.isPlain() ? PlainText.ofText(content) : PlainText.ofHtml(content);
    }

    static RemoteFile file(Piece piece, TicketId ticket, RemoteAuthor author) {
        return new RemoteFile(
                new ItemKey(piece.transaction(), piece.id()).toString(),
                ticket,
                author,
                piece.time(),
                piece.name(),
                piece.length(),
                piece.isWhole() ? RemoteFile.Readiness.READY : RemoteFile.Readiness.CUT);
    }
}
