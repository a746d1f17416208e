package cl.buzon.web.api;

import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case in a list: what the case itself says, but for its description and what it needs a closer look for. */
record CaseRowJson(
        String number,
        CaseState state,
        String category,
        @Nullable String trackingNumber,
        String subject,
        Instant createdAt,
        Instant updatedAt,
        @Nullable PersonJson executive,
        CompensationJson compensation) {

    static CaseRowJson of(CaseRow row) {
        return new CaseRowJson(
                row.number().value(),
                row.state(),
                row.categoryCode(),
                row.trackingNumber(),
                row.subject(),
                row.createdAt(),
                row.updatedAt(),
                executive(row),
                new CompensationJson(
                        row.compensation(),
                        amount(row.claimedAmount()),
                        amount(row.approvedAmount()),
                        amount(row.paidAmount())));
    }

    private static @Nullable PersonJson executive(CaseRow row) {
        return row.executive() == null || row.executiveEmail() == null
                ? null
                : new PersonJson(row.executive(), row.executiveEmail());
    }

    private static @Nullable Long amount(@Nullable Clp amount) {
        return amount == null ? null : amount.amount();
    }
}
