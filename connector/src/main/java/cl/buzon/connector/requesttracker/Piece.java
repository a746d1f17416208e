package cl.buzon.connector.requesttracker;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of what was said: a text, a file, or what holds others.
 *
 * @param within the part that holds it; zero for none, and as long as nobody has asked
 * @param type of its content, such as {@code text/plain}
 * @param given the name of the file; empty for none
 * @param length bytes
 * @param apart whether its writer's program says that it is no part of the text
 * @param kept bytes that are still there, of one that is not whole; absent otherwise
 */
record Piece(
        long id,
        long transaction,
        long within,
        String type,
        String given,
        long length,
        Instant time,
        boolean apart,
        @Nullable Long kept) {

    /** Of the kinds that the portal takes, where the end of the type's name is no extension. */
    private static final Map<String, String> EXTENSIONS = Map.of(
            "text/plain",
            "txt",
            "text/html",
            "html",
            "text/calendar",
            "ics",
            "image/jpeg",
            "jpg",
            "message/rfc822",
            "eml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "docx");

    static Piece of(Item part) {
        return new Piece(
                part.id(),
                part.number("TransactionId"),
                0,
                part.text("ContentType").toLowerCase(Locale.ROOT),
                part.text("Filename"),
                part.number("ContentLength"),
                part.time("Created").orElse(Instant.EPOCH),
                false,
                null);
    }

    /** With what its head tells about its place. */
    Piece in(Item head) {
        boolean attached = head.text("Headers").lines().anyMatch(line -> line.toLowerCase(Locale.ROOT)
                .startsWith("content-disposition: attachment"));
        return new Piece(id, transaction, head.of("Parent").id(), type, given, length, time, attached, kept);
    }

    /** Of which there is only so much, or nothing; under the name that it had. */
    Piece cut(Cuts.Cut how) {
        return new Piece(id, transaction, within, type, how.name(), length, time, apart, how.kept());
    }

    boolean isWhole() {
        return kept == null;
    }

    boolean holdsOthers() {
        return type.startsWith("multipart/") || (type.startsWith("message/") && length == 0);
    }

    boolean isAlternative() {
        return type.equals("multipart/alternative");
    }

    private boolean hasWords() {
        return isPlain() || type.equals("text/html");
    }

    boolean isPlain() {
        return type.equals("text/plain");
    }

    /**
     * Whether it is words of the writer's: a calendar, a table or a card is text as well, and no words. Nor are some of
     * their words what they said.
     */
    boolean isText() {
        return hasWords() && given.isEmpty() && length > 0 && !apart && isWhole() && !(isPlain() && isLong());
    }

    /** Whether it does not come in one answer. */
    boolean isLong() {
        return length > Contents.LONGEST;
    }

    /** A text that does not come in one answer is one, so that it comes at all. */
    boolean isFile() {
        return !given.isEmpty() || (!holdsOthers() && length > 0 && (!isText() || isLong()));
    }

    /** Telephones and some programs give pictures no name. */
    String name() {
        if (!given.isEmpty()) {
            return given;
        }
        String kind = hasWords() && !apart ? "mensaje-" : "archivo-";
        String end = EXTENSIONS.getOrDefault(type, type.substring(type.indexOf('/') + 1));
        return kind + id + "." + end.replaceAll("[^a-z0-9]", "");
    }
}
