package cl.buzon.connector.servicenow;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How far a feed has been read.
 *
 * @param from where this round began, before its overlap
 * @param seen the newest that has been seen
 * @param after what the next page comes behind; absent at the beginning of a round
 * @param offset rows to leave out, all of them hidden from us
 * @param done whether this round is at its end
 */
record FeedPosition(Instant from, Instant seen, @Nullable Place after, int offset, boolean done) {

    /** A row's place in the order. */
    record Place(Instant time, String key) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::time).thenComparing(Place::key);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    static FeedPosition startingAt(Instant from) {
        return new FeedPosition(from, from, null, 0, false);
    }

    FeedPosition reaching(Place last, boolean more) {
        return new FeedPosition(from, last.time().isAfter(seen) ? last.time() : seen, last, 0, !more);
    }

    FeedPosition skipping(int rows, boolean more) {
        return new FeedPosition(from, seen, after, offset + rows, !more);
    }

    /** The beginning of the next round; times that are still to come are not believed. */
    FeedPosition again(Instant now) {
        return startingAt(seen.isAfter(now) ? now : seen);
    }

    @Override
    public String toString() {
        return from.getEpochSecond() + "," + seen.getEpochSecond() + ","
                + (after == null ? "," : after.time().getEpochSecond() + "," + after.key()) + "," + offset + "," + done;
    }

    /** @throws IllegalArgumentException when the text is none of {@link #toString} */
    static FeedPosition parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 6) {
            throw new IllegalArgumentException("no position: " + text);
        }
        return new FeedPosition(
                second(parts[0]),
                second(parts[1]),
                parts[2].isEmpty() ? null : new Place(second(parts[2]), parts[3]),
                Integer.parseInt(parts[4]),
                Boolean.parseBoolean(parts[5]));
    }

    private static Instant second(String text) {
        return Instant.ofEpochSecond(Long.parseLong(text));
    }
}
