package cl.buzon.connector.requesttracker;

import cl.buzon.connector.http.Answer;
import cl.buzon.connector.http.StreamedAnswer;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.translation.SlimHtml;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What transactions hold, as few calls as can be: heads for all, and of texts the words. Bytes of files never come along; of a
 * text that is as large as one only what words can stand in.
 */
final class Contents {

    /** Bytes of a text that comes in one answer, whatever has to be escaped in it. */
    static final long LONGEST = 4_000_000;

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    /** Bytes of text in one answer of several. */
    private static final long ROOM = 1_000_000;

    private final Rest rest;

    Contents(Rest rest) {
        this.rest = rest;
    }

    /** What was said in each transaction; nothing for those that hold nothing. */
    Map<Long, Letter> letters(String name, Collection<Long> transactions) {
        List<Piece> all =
                rows(name, transactions, "TransactionId,Filename,ContentType,ContentLength,Created", 0).stream()
                        .map(Piece::of)
                        .toList();
        Map<Long, Letter> letters = new LinkedHashMap<>();
        all.stream()
                .collect(Collectors.groupingBy(Piece::transaction, LinkedHashMap::new, Collectors.toList()))
                .forEach((transaction, pieces) -> letters.put(transaction, new Letter(pieces)));
        Set<Long> nested = letters.entrySet().stream()
                .filter(one -> one.getValue().isNested())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!nested.isEmpty()) {
            // What lies in nothing has no parent to be told, and Request Tracker breaks at that
            Map<Long, Item> heads = rows(name, nested, "Parent,Headers", 1).stream()
                    .collect(Collectors.toMap(Item::id, head -> head, (one, other) -> one));
            letters.replaceAll((transaction, letter) -> letter.placed(heads));
        }
        return letters;
    }

    /** @param parent the least that a part's parent must be */
    private List<Item> rows(String name, Collection<Long> transactions, String fields, long parent) {
        List<Item> all = new ArrayList<>();
        for (List<Long> some : chunks(List.copyOf(transactions))) {
            List<Item> page;
            long last = 0;
            do {
                JsonArrayBuilder conditions = condition("TransactionId", some).add(above("id", last));
                if (parent > 0) {
                    conditions.add(above("Parent", parent - 1));
                }
                page = rest.search(
                        name,
                        "/attachments",
                        Map.of("fields", fields, "orderby", "id", "per_page", "" + Rest.PAGE),
                        conditions.build());
                all.addAll(page);
                last = page.isEmpty() ? last : page.get(page.size() - 1).id();
            } while (page.size() == Rest.PAGE);
        }
        return all;
    }

    private static JsonArrayBuilder condition(String field, List<Long> values) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("field", field)
                        .add("operator", "IN")
                        .add("value", Json.createArrayBuilder(values)));
    }

    private static JsonObjectBuilder above(String field, long value) {
        return Json.createObjectBuilder()
                .add("field", field)
                .add("operator", ">")
                .add("value", value);
    }

    /** The words of some texts, none of them long. */
    Map<Long, String> words(String name, Collection<Piece> texts) {
        Map<Long, String> words = new HashMap<>();
        List<Long> some = new ArrayList<>();
        long size = 0;
        for (Piece text : texts) {
            if (!some.isEmpty() && (some.size() == Rest.PAGE || size + text.length() > ROOM)) {
                words.putAll(fetched(name, some));
                some.clear();
                size = 0;
            }
            some.add(text.id());
            size += text.length();
        }
        if (!some.isEmpty()) {
            words.putAll(fetched(name, some));
        }
        return words;
    }

    /** The words of a long text. Nothing when it is not to be had as one: it is a file as well, of which somebody hears. */
    String slim(Piece text) {
        try {
            return rest.source(new ItemKey(text.transaction(), text.id()), text.length())
                    .map(Contents::slim)
                    .orElse("");
        } catch (RemoteFailure.Gone | RemoteFailure.Refused withheld) {
            return "";
        }
    }

    private static String slim(StreamedAnswer answer) {
        try (Reader html = new InputStreamReader(answer.body(-1), charset(answer.head()))) {
            return SlimHtml.of(html, (int) LONGEST);
        } catch (IOException broken) {
            throw new RemoteFailure.Unreachable("A text broke off", broken);
        }
    }

    private static Charset charset(Answer head) {
        Matcher named = CHARSET.matcher(head.header("Content-Type"));
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private Map<Long, String> fetched(String name, List<Long> parts) {
        JsonArray condition = condition("id", parts).build();
        Map<Long, String> words = new HashMap<>();
        rest.search(name, "/attachments", Map.of("fields", "Content", "per_page", "" + Rest.PAGE), condition)
                .forEach(part -> words.put(part.id(), part.text("Content")));
        if (!words.keySet().containsAll(parts)) {
            // What is passed over now is told by nobody any more
            throw new RemoteFailure.Unreachable("Not all parts came that were asked for: " + parts, null);
        }
        return words;
    }

    private static List<List<Long>> chunks(List<Long> all) {
        List<List<Long>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += Rest.PAGE) {
            chunks.add(all.subList(from, Math.min(all.size(), from + Rest.PAGE)));
        }
        return chunks;
    }
}
