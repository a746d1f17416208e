package cl.buzon.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Both sides as they were at one moment, and what people were told: all that the invariants are judged by. */
public record World(
        List<OurCase> cases,
        List<Ticket> tickets,
        List<Promise> promises,
        List<Disagreement> disagreements,
        List<Write> writes,
        List<Outlet> outlets,
        List<Planted> planted,
        List<String> stale,
        List<String> spoiledFiles) {

    /**
     * A case of the portal.
     *
     * @param amount what the other side holds of it: paid if paid, otherwise approved; absent when neither
     * @param assignedAtOnce whether an executive was looked for in the transaction that opened it
     * @param waiting whether it still waits to be brought into step
     * @param left ids of messages and files, on either side, that could not cross, with a reason written down
     */
    public record OurCase(
            String id,
            String number,
            String subject,
            String state,
            String executive,
            String compensation,
            @Nullable Long amount,
            boolean assignedAtOnce,
            boolean waiting,
            @Nullable Link link,
            Set<String> left,
            List<Said> said,
            List<Shown> shown) {}

    /** How the portal knows the other side's record. */
    public record Link(
            @Nullable String ticket,
            String health,
            @Nullable String reason,
            long revision) {}

    /**
     * What was said for all to read.
     *
     * @param crossing whether it was said on the other side and came here
     */
    public record Said(String id, boolean crossing, String text) {}

    /** A file; {@code crossing} as above. */
    public record Shown(String id, boolean crossing, String name, String sha256) {}

    /** A record of the other side with its public journal and its files, in the order in which they came. */
    public record Ticket(
            String id,
            String ours,
            Map<String, String> fields,
            long revision,
            List<Comment> said,
            List<Document> shown) {

        /** Its value, empty when there is none. */
        public String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    /** @param ours whether the connector has written it */
    public record Comment(String id, boolean ours, String text) {}

    public record Document(String id, boolean ours, String name, String sha256) {}

    /** What a client was told has happened. */
    public record Promise(Kind kind, String key, String number, String what) {

        public enum Kind {
            CASE,
            MESSAGE,
            FILE
        }
    }

    /** What the portal keeps for staff because both sides did not agree. */
    public record Disagreement(String caseId, String field, String text) {}

    /** One write of the connector as the other side saw it. */
    public record Write(String ticket, String what, Instant begun, Instant ended) {}

    /** A text that somebody gets to read, and who that is. */
    public record Outlet(String name, Reader reader, String text) {}

    /** Who reads. */
    public enum Reader {
        CAMILA,
        PAULA,
        EVERYBODY
    }

    /** A text that some must never read. */
    public record Planted(String text, Set<Reader> hiddenFrom) {}
}
