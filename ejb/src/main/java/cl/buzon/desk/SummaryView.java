package cl.buzon.desk;

import cl.buzon.shared.Clp;
import cl.buzon.shared.LocalText;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * A company's last months, the oldest first and none left out.
 *
 * @param situations those that occur, in the order of the screen
 * @param capped whether there were more cases than are counted: then the oldest months are short of some
 */
public record SummaryView(List<Month> months, List<Situation> situations, boolean capped) {

    /**
     * What was opened in one month.
     *
     * @param cases by the code of their situation; those without a case are left out
     */
    public record Month(YearMonth month, Map<String, Long> cases, Clp claimed, Clp approved, Clp paid) {

        public long total() {
            return cases.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A situation that claims can be about. */
    public record Situation(String code, LocalText name) {}
}
