package cl.buzon.connector.servicenow;

import cl.buzon.connector.servicenow.FeedPosition.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Rows of a table in the order of a time column, page by page by key. The server cuts pages before it hides rows, so that
 * a short page, even an empty one, is no end: the count decides. What comes is checked against what was asked for.
 *
 * @param name of the calls
 * @param column by which they are ordered
 */
record Feed(String name, String path, String column, List<String> fields, Query scope, Predicate<Row> fits) {

    static final int PAGE = 100;
    private static final int MAX_HIDDEN = 50 * PAGE;

    /** A page with where to go on. */
    record Page(List<Row> rows, FeedPosition next) {}

    Feed {
        fields = List.copyOf(fields);
    }

    /** The same, of which only some rows are believed. */
    Feed limitedTo(Predicate<Row> some) {
        return new Feed(name, path, column, fields, scope, fits.and(some));
    }

    /** The next page behind a position, or the first of what is new since the last round. */
    Page read(Api api, FeedPosition position, Duration overlap) {
        Instant low = position.from().minus(overlap);
        Query query = query(position, low);
        Rows page = api.list(name, path, query, fields, PAGE, position.offset());
        List<Row> rows = page.rows().stream()
                .filter(Row::hasKey)
                .filter(row -> row.time(column).isPresent())
                .toList();
        List<Row> fitting = rows.stream()
                .filter(fits)
                .filter(row -> !row.time(column).orElseThrow().isBefore(low))
                .toList();
        return new Page(fitting, next(position, rows, page.more()));
    }

    /** Everything in scope. */
    List<Row> all(Api api) {
        List<Row> all = new ArrayList<>();
        FeedPosition position = FeedPosition.startingAt(Instant.EPOCH);
        do {
            Page page = read(api, position, Duration.ZERO);
            all.addAll(page.rows());
            position = page.next();
        } while (!position.done());
        return all;
    }

    private Query query(FeedPosition position, Instant low) {
        Place after = position.after();
        Query query = after == null
                ? low.isAfter(Instant.EPOCH) ? scope.from(column, low) : scope
                : scope.at(column, after.time()).afterKey(after.key()).or(scope.after(column, after.time()));
        return query.ordered(column);
    }

    private FeedPosition next(FeedPosition before, List<Row> rows, boolean more) {
        if (rows.isEmpty()) {
            return before.skipping(PAGE, more && before.offset() < MAX_HIDDEN);
        }
        Place last = rows.stream()
                .map(row -> new Place(row.time(column).orElseThrow(), row.key()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        boolean moved = before.after() == null || last.compareTo(before.after()) > 0;
        return before.reaching(last, more && moved);
    }
}
