package cl.buzon.web.export;

import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;

/** The figures of a report, counted while its rows go by. Amounts in CLP. */
final class ReportTally {

    private long cases;
    private long open;
    private long owed;
    private long paid;
    private long amounts;

    void add(CaseRow row) {
        Clp shown = row.amount();
        long amount = shown == null ? 0 : shown.amount();
        cases++;
        open += CaseState.UNRESOLVED.contains(row.state()) ? 1 : 0;
        owed += row.compensation().isOwed() ? amount : 0;
        paid += row.compensation() == CompensationState.PAID ? amount : 0;
        amounts += amount;
    }

    long cases() {
        return cases;
    }

    long open() {
        return open;
    }

    long owed() {
        return owed;
    }

    long paid() {
        return paid;
    }

    /** Everything that the column "Monto" shows. */
    long amounts() {
        return amounts;
    }
}
