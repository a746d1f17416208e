package cl.buzon.desk;

import cl.buzon.shared.ActorKind;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sees first. Figures are exact up to {@link CaseTally#LIMIT} cases.
 *
 * @param awaiting the cases that wait for the customer, the least lately touched first, at most five
 * @param recent the newest cases, at most four
 * @param latest the latest things that others did on the customer's cases, at most five
 */
public record HomeView(
        long total,
        long open,
        long awaitingCount,
        long resolvedThisMonth,
        Clp owed,
        Clp paidThisYear,
        List<CaseRow> awaiting,
        List<CaseRow> recent,
        List<Latest> latest) {

    /** One of the latest things that happened; which components are present depends on the type. */
    public record Latest(
            CaseNumber number,
            ActivityView.Type type,
            Instant at,
            String actorName,
            ActorKind actorKind,
            @Nullable CaseState to,
            @Nullable String executive,
            @Nullable CompensationState compensation,
            @Nullable Clp amount) {}
}
