package cl.buzon.web.portal;

import cl.buzon.desk.ReportDesk;
import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseSort;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The search of the header: a number of one case leads straight to it, everything else to the report. */
@WebServlet("/buscar")
public class CaseFinder extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Cases that are looked through for the one with the number; beside it stand those that only speak of it. */
    private static final int SOME = 20;

    @Inject
    transient ReportDesk desk;

    @Inject
    transient CurrentActor current;

    @SuppressWarnings("NullAway.Init")
    public CaseFinder() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String typed = Optional.ofNullable(request.getParameter("q")).orElse("").strip();
        Address portal = Address.of(request.getContextPath());
        try {
            Address found = byNumber(typed)
                    .map(number -> portal.to("/caso").with("numero", number.value()))
                    .orElseGet(() -> portal.to("/casos").with("q", typed));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", found.toString());
        } catch (Refusal.NotAllowed e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** The case that has this number, or the only one about the parcel with this number. */
    private Optional<CaseNumber> byNumber(String typed) {
        String number = bare(typed);
        CaseFilter filter = new CaseFilter(Set.of(), Set.of(), Set.of(), null, null, typed, CaseSort.CREATED, true);
        List<CaseRow> found = number.isEmpty()
                ? List.of()
                : desk.page(current.actor(), filter, null, SOME).items();
        List<CaseRow> aboutIt =
                found.stream().filter(row -> isAbout(number, row)).toList();
        return found.stream()
                .filter(row -> number.equals(bare(row.number().value())))
                .findFirst()
                .or(() -> aboutIt.stream().limit(aboutIt.size() == 1 ? 1 : 0).findFirst())
                .map(CaseRow::number);
    }

    private static boolean isAbout(String parcel, CaseRow row) {
        String number = row.trackingNumber();
        return number != null && parcel.equals(bare(number));
    }

    private static String bare(String number) {
        return number.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
