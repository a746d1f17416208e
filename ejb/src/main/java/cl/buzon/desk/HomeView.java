package cl.buzon.desk;

import cl.buzon.shared.AtLeast;
import cl.buzon.shared.CaseRow;
import cl.buzon.shared.Clp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sees first.
 *
 * @param total as {@link CaseTally#total}, and so are open and awaitingCount
 * @param awaiting the cases that wait for the customer, the least lately touched first, at most five
 * @param recent the newest cases, at most four
 * @param latest the latest things that others did on the customer's cases, at most five
 */
public record HomeView(
        long total,
        long open,
        long awaitingCount,
        AtLeast<Long> resolvedThisMonth,
        AtLeast<Clp> owed,
        AtLeast<Clp> paidThisYear,
        List<Awaiting> awaiting,
        List<CaseRow> recent,
        List<Headline> latest) {

    /**
     * A case that waits for the customer.
     *
     * @param asked what the executive wants to know, absent when it was said in another way
     */
    public record Awaiting(CaseRow row, @Nullable String asked) {}
}
