package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.ScriptedTracker.ROOT;
import static cl.buzon.connector.requesttracker.ScriptedTracker.json;

import cl.buzon.connector.http.ScriptedServer.Asked;
import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.Watermark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The transactions of a scripted tracker, told in pages as a real one tells them. */
final class ScriptedTransactions {

    static final String PATH = ROOT + "/transactions";

    /** Of whoever has heard all up to the hundredth. */
    static final Watermark AT = new Watermark("rt1|100|0|0|");

    /** The numbers of those that we may not see. */
    final Set<Long> hidden = new HashSet<>();

    /** The date of its answers. */
    String date = "Tue, 03 Feb 2026 14:00:00 GMT";

    private final ScriptedTracker tracker;

    ScriptedTransactions(ScriptedTracker tracker) {
        this.tracker = tracker;
    }

    void tell(String... rows) {
        tracker.on("GET", PATH, asked -> page(asked, List.of(rows)));
    }

    /** As many replies to our ticket, which is there. */
    void said(int first, int last) {
        tell(IntStream.rangeClosed(first, last)
                .mapToObj(id -> row(id, "Correspond", "7", "mfuentes", "13:59:00"))
                .toArray(String[]::new));
        tracker.finds(json("7", "open", "CS0001001"));
    }

    static String row(long id, String type, String ticket, String creator, String time) {
        return "{\"id\":\"" + id + "\",\"Type\":\"" + type + "\",\"ObjectType\":\"RT::Ticket\",\"ObjectId\":\"" + ticket
                + "\",\"Created\":\"2026-02-03T" + time + "Z\",\"Creator\":{\"id\":\"" + creator
                + "\",\"RealName\":\"Marcela Fuentes\",\"EmailAddress\":\"Marcela@Buzon.example\"}}";
    }

    /** Rows above the number in the query, as many as asked for; then those that we may not see are taken out. */
    private Reply page(Asked asked, List<String> rows) {
        Map<String, String> parameters = asked.parameters();
        long after = Long.parseLong(parameters.getOrDefault("query", "").replaceFirst("(?s).*id > (\\d+).*", "$1"));
        List<String> found =
                new ArrayList<>(rows.stream().filter(row -> number(row) > after).toList());
        if ("DESC".equals(parameters.get("order"))) {
            Collections.reverse(found);
        }
        return Reply.json(
                        200,
                        found.stream()
                                .skip(100L * (Long.parseLong(parameters.getOrDefault("page", "1")) - 1))
                                .limit(100)
                                .filter(row -> !hidden.contains(number(row)))
                                .collect(Collectors.joining(",", "{\"total\":null,\"items\":[", "]}")))
                .with("Date", date);
    }

    private static long number(String row) {
        return Long.parseLong(row.replaceFirst("(?s)^\\{\"id\":\"(\\d+)\".*", "$1"));
    }
}
