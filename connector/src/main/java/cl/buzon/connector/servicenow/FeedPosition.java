package cl.buzon.connector.servicenow;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How far a feed has been read.
 *
 * @param from where this round began, before its overlap
 * @param until up to where all is seen at the end of this round; absent when nobody knows the other side's time
 * @param seen the newest that has been seen
 * @param after what the next page comes behind; absent at the beginning of a round
 * @param offset rows to leave out, all of them hidden from us
 * @param done whether this round is at its end
 */
record FeedPosition(
        Instant from,
        @Nullable Instant until,
        Instant seen,
        @Nullable Place after,
        int offset,
        boolean done) {

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
        return new FeedPosition(from, null, from, null, 0, false);
    }

    /** Whether nothing of this round has been read yet. */
    boolean isFresh() {
        return after == null && offset == 0 && !done;
    }

    /** At the beginning of a round. */
    FeedPosition seeingUntil(@Nullable Instant time) {
        return new FeedPosition(from, time, seen, after, offset, done);
    }

    FeedPosition reaching(Place last, boolean more) {
        return new FeedPosition(from, until, last.time().isAfter(seen) ? last.time() : seen, last, 0, !more);
    }

    FeedPosition skipping(int rows, boolean more) {
        return new FeedPosition(from, until, seen, after, offset + rows, !more);
    }

    /** Ends a round in which nothing could be read: the next one begins where this did. */
    FeedPosition givenUp() {
        return new FeedPosition(from, from, from, after, offset, true);
    }

    /**
     * The beginning of the next round: where all is seen, which moves on without any news as well, lest the same rows come
     * with every round; times that are still to come are not believed.
     */
    FeedPosition again(Instant now) {
        Instant next = until == null ? seen : until;
        return startingAt(next.isAfter(now) ? now : next);
    }

    @Override
    public String toString() {
        return from.getEpochSecond() + "," + (until == null ? "" : until.getEpochSecond()) + "," + seen.getEpochSecond()
                + "," + (after == null ? "," : after.time().getEpochSecond() + "," + after.key()) + "," + offset + ","
                + done;
    }

    /** @throws IllegalArgumentException when the text is none of {@link #toString} */
    static FeedPosition parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 7) {
            throw new IllegalArgumentException("no position: " + text);
        }
        return new FeedPosition(
                second(parts[0]),
                parts[1].isEmpty() ? null : second(parts[1]),
                second(parts[2]),
                parts[3].isEmpty() ? null : new Place(second(parts[3]), parts[4]),
                Integer.parseInt(parts[5]),
                Boolean.parseBoolean(parts[6]));
    }

    private static Instant second(String text) {
        return Instant.ofEpochSecond(Long.parseLong(text));
    }
}
