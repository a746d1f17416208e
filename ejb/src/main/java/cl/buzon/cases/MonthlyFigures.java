package cl.buzon.cases;

import cl.buzon.shared.Clp;
import java.time.YearMonth;

/**
 * What the cases of one situation, opened in one month, come to.
 *
 * @param approved of those whose compensation was approved, paid or not
 */
public record MonthlyFigures(YearMonth month, String category, long cases, Clp claimed, Clp approved, Clp paid) {}
