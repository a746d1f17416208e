package cl.buzon.web.rest;

import cl.buzon.desk.ReportDesk;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.Fault;
import cl.buzon.web.brand.Brand;
import cl.buzon.web.export.CaseReport;
import cl.buzon.web.export.ReportColors;
import cl.buzon.web.export.ReportFormat;
import cl.buzon.web.export.ReportHeading;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The list as a file, written while the rows come. */
@RequestScoped
public class ReportDownload {

    @Inject
    private ReportDesk report;

    @Inject
    private ExportPermits permits;

    @Inject
    private Brand brand;

    @Inject
    private CallerLanguage language;

    @Inject
    private Clock clock;

    private ExportPermits.@Nullable Permit permit;

    /** With the request, whether or not anything of the file was ever read. */
    @PreDestroy
    void giveBack() {
        if (permit != null) {
            permit.close();
        }
    }

    /**
     * Every row of the list that the parameters ask for, in the format that they name.
     *
     * @throws BadRequest with what is wrong with the parameters
     * @throws Busy when too many reports are being written already
     */
    public Response of(Actor actor, ListParameters asked) {
        ReportFormat format = format(asked.first("format").orElse(""));
        CaseFilter filter = asked.filter(report::situations);
        permit = permits.take(actor);
        // Whoever may see nothing is to hear so in words, which nobody could say any more once the file has begun
        report.page(actor, filter, null, 1);
        ScreenWords words = new ScreenWords(language.locale());
        CaseReport file = new CaseReport(format, heading(actor, filter, words), words);
        return Downloads.of(
                file.fileName(),
                format.contentType(),
                out -> file.write(out, rows -> report.each(actor, filter, rows)));
    }

    private static ReportFormat format(String name) {
        return ReportFormat.of(name).orElseThrow(() -> {
            String all = Arrays.stream(ReportFormat.values())
                    .map(ReportFormat::extension)
                    .collect(Collectors.joining(", "));
            return BadRequest.of(List.of(Fault.of("format", "UNKNOWN_VALUE", all)));
        });
    }

    private ReportHeading heading(Actor actor, CaseFilter filter, ScreenWords words) {
        Locale locale = language.locale();
        return new ReportHeading(
                words.portal(),
                brand.getName(),
                !brand.isMarked(),
                brand.palette().map(ReportColors::of).orElse(ReportColors.USUAL),
                company(actor).orElse(""),
                actor.name(),
                new FilterWords(locale, words).lines(filter, report.situations()),
                clock.instant(),
                locale);
    }

    private Optional<String> company(Actor actor) {
        return report.company(actor)
                .map(company -> company.name() + " · RUT " + company.rut().formatted());
    }
}
