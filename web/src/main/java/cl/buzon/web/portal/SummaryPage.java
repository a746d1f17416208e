package cl.buzon.web.portal;

import cl.buzon.desk.SummaryDesk;
import cl.buzon.desk.SummaryView;
import cl.buzon.desk.SummaryView.Month;
import cl.buzon.desk.SummaryView.Situation;
import cl.buzon.web.security.CurrentActor;
import cl.buzon.web.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How the company's claims went over the last year, for its administrator. */
@Named
@RequestScoped
public class SummaryPage {

    @Inject
    SummaryDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    Visitor visitor;

    @Inject
    PageRequest request;

    private @Nullable SummaryView view;

    /** Whoever may not see it hears so before anything is drawn. */
    public void open() {
        getView();
    }

    public SummaryView getView() {
        if (view == null) {
            view = desk.summary(current.actor());
        }
        return view;
    }

    public String getText() {
        return request.texts().format("summary.text", visitor.getCompany());
    }

    /** Such as {@code nov 2026}. */
    public String name(Month month) {
        return DateTimeFormatter.ofPattern(
                        request.texts().get("format.month"), request.texts().language())
                .format(month.month());
    }

    /** How many cases of a situation the month had. */
    public long cases(Month month, Situation of) {
        return month.cases().getOrDefault(of.code(), 0L);
    }
}
