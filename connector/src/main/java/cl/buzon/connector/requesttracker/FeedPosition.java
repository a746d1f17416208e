package cl.buzon.connector.requesttracker;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How far the transactions have been read. They are numbered when they begin and seen when they end, so that a lower number
 * may come late: all are asked for again until they are old enough, and those that were told are left out.
 *
 * @param settled number up to which nothing more is waited for
 * @param after number behind which the next page begins; zero at the beginning of a round
 * @param old the highest of this round that is old enough
 * @param told numbers above {@code settled} that were told, first to last of each unbroken row
 */
record FeedPosition(long settled, long after, long old, List<Row> told) {

    private static final String VERSION = "rt1";
    private static final Pattern FORM = Pattern.compile("rt1\\|\\d{1,18}\\|\\d{1,18}\\|\\d{1,18}\\|[\\d,-]*");

    /** Numbers without a gap. */
    record Row(long first, long last) {}

    FeedPosition {
        told = List.copyOf(told);
    }

    static FeedPosition startingAt(long settled) {
        return new FeedPosition(settled, 0, 0, List.of());
    }

    /** What the next page comes behind. */
    long from() {
        return Math.max(settled, after);
    }

    /** Whether no page of this round has been read. */
    boolean isBeginning() {
        return after == 0;
    }

    boolean isTold(long id) {
        return id <= settled || told.stream().anyMatch(row -> row.first() <= id && id <= row.last());
    }

    /**
     * After a page.
     *
     * @param ids of all transactions on it, in their order
     * @param oldest the highest of them that is old enough; zero for none
     */
    FeedPosition reading(List<Long> ids, long oldest, boolean more) {
        NavigableMap<Long, Long> rows = new TreeMap<>();
        told.forEach(row -> rows.put(row.first(), row.last()));
        ids.stream().filter(id -> !isTold(id)).forEach(id -> rows.put(id, id));
        long highestOld = Math.max(old, oldest);
        if (more) {
            return new FeedPosition(settled, ids.get(ids.size() - 1), highestOld, joined(rows, settled));
        }
        long next = Math.max(settled, highestOld);
        return new FeedPosition(next, 0, 0, joined(rows, next));
    }

    private static List<Row> joined(NavigableMap<Long, Long> rows, long above) {
        List<Row> joined = new ArrayList<>();
        rows.forEach((first, last) -> {
            if (last <= above) {
                return;
            }
            int end = joined.size() - 1;
            if (end >= 0 && joined.get(end).last() + 1 >= first) {
                joined.set(
                        end,
                        new Row(
                                joined.get(end).first(),
                                Math.max(last, joined.get(end).last())));
            } else {
                joined.add(new Row(first, last));
            }
        });
        return joined;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(VERSION)
                .append('|')
                .append(settled)
                .append('|')
                .append(after)
                .append('|')
                .append(old)
                .append('|');
        String comma = "";
        for (Row row : told) {
            text.append(comma).append(row.first()).append('-').append(row.last());
            comma = ",";
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException when the text is none of {@link #toString} */
    static FeedPosition parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("no watermark of this adapter: " + text);
        }
        String[] parts = text.split("\\|", -1);
        List<Row> told = new ArrayList<>();
        for (String row : parts[4].isEmpty() ? new String[0] : parts[4].split(",", -1)) {
            String[] ends = row.split("-", -1);
            if (ends.length != 2) {
                throw new IllegalArgumentException("no watermark of this adapter: " + text);
            }
            told.add(new Row(Long.parseLong(ends[0]), Long.parseLong(ends[1])));
        }
        return new FeedPosition(Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]), told);
    }
}
