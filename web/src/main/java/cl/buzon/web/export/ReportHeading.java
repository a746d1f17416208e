package cl.buzon.web.export;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a report says about itself.
 *
 * @param portal what the portal is called
 * @param operator whose portal it is
 * @param ownMark whether the portal's own mark stands beside that: an operator with another mark is not shown ours
 * @param colors the operator's colours
 * @param company whose cases these are: the company, with whatever else belongs on that line
 * @param person who asked for the report
 * @param filter the filters in words, a line each; paper has room for four
 * @param issuedAt shown in America/Santiago
 * @param language English for English, Spanish for everybody else; dates and amounts are Chilean in both
 */
public record ReportHeading(
        String portal,
        String operator,
        boolean ownMark,
        ReportColors colors,
        String company,
        String person,
        List<String> filter,
        Instant issuedAt,
        Locale language) {

    public ReportHeading {
        filter = List.copyOf(filter);
    }
}
