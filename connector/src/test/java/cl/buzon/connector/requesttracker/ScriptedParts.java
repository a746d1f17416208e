package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.ScriptedTracker.ROOT;

import cl.buzon.connector.http.ScriptedServer.Reply;
import java.util.List;

/** The parts of what was said in the transaction 101 of a scripted tracker, or in the one that is named. */
final class ScriptedParts {

    private final ScriptedTracker tracker;

    ScriptedParts(ScriptedTracker tracker) {
        this.tracker = tracker;
    }

    /**
     * @param heads what each part is
     * @param words of the texts among them
     * @param places what lies in what
     */
    void tell(List<String> heads, List<String> words, String... places) {
        tracker.on("POST", ROOT + "/attachments", asked -> {
            String fields = asked.parameters().getOrDefault("fields", "");
            List<String> nested = fields.startsWith("Parent") ? List.of(places) : heads;
            List<String> rows = fields.equals("Content") ? words : nested;
            return Reply.json(200, "{\"items\":[" + String.join(",", rows) + "]}");
        });
    }

    static String part(long id, String type) {
        return part(id, type, 10);
    }

    /** @param length bytes */
    static String part(long id, String type, long length) {
        return part(id, 101, "", type, length);
    }

    /** What holds other parts, and nothing itself. */
    static String holder(long id, String type) {
        return part(id, type, 0);
    }

    static String file(long id, String name, String type) {
        return part(id, 101, name, type, 10);
    }

    static String part(long id, long transaction, String file, String type, long length) {
        return "{\"id\":\"" + id + "\",\"TransactionId\":\"" + transaction + "\",\"Filename\":\"" + file
                + "\",\"ContentType\":\"" + type + "\",\"ContentLength\":\"" + length
                + "\",\"Created\":\"2026-02-03T13:59:00Z\"}";
    }

    static String words(long id, String text) {
        return "{\"id\":\"" + id + "\",\"Content\":\"" + text + "\"}";
    }

    static String inside(long id, long parent) {
        return inside(id, parent, "inline");
    }

    static String inside(long id, long parent, String disposition) {
        return "{\"id\":\"" + id + "\",\"Parent\":{\"id\":\"" + parent
                + "\"},\"Headers\":\"Content-Type: x\\nContent-Disposition: " + disposition + "\"}";
    }
}
