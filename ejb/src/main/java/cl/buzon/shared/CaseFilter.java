package cl.buzon.shared;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a list shows and in which order. Empty sets and absent values do not restrict.
 *
 * @param from first day of creation in America/Santiago, inclusive
 * @param to last day of creation in America/Santiago, inclusive
 * @param query case number, tracking number (or the beginning of one) or words of subject and description
 */
public record CaseFilter(
        Set<CaseState> states,
        Set<String> categories,
        Set<CompensationState> compensations,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String query,
        CaseSort sort,
        boolean descending) {

    /** Longer queries are cut: nobody types them, and the text search should not chew on them. */
    public static final int MAX_QUERY = 200;

    public CaseFilter {
        states = Set.copyOf(states);
        categories = Set.copyOf(categories);
        compensations = Set.copyOf(compensations);
        refuseFar("from", from);
        refuseFar("to", to);
        query = query == null || query.isBlank() ? null : query.strip();
        query = query == null || query.length() <= MAX_QUERY ? query : query.substring(0, MAX_QUERY);
    }

    /** Whether the day lies where cases can: from 1900 to 9998. */
    public static boolean takes(LocalDate day) {
        return day.getYear() >= 1900 && day.getYear() <= 9998;
    }

    private static void refuseFar(String field, @Nullable LocalDate day) {
        if (day != null && !takes(day)) {
            throw new Refusal.InvalidInput(Fault.of(field, "DATE_FORM"));
        }
    }

    /** Every case, the newest first. */
    public static CaseFilter all() {
        return new CaseFilter(Set.of(), Set.of(), Set.of(), null, null, null, CaseSort.CREATED, true);
    }

    public CaseFilter withStates(Set<CaseState> wanted) {
        return new CaseFilter(wanted, categories, compensations, from, to, query, sort, descending);
    }
}
