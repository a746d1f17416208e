package cl.buzon.web.portal;

import cl.buzon.desk.HomeView;
import cl.buzon.desk.ReportDesk;
import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.Clp;
import cl.buzon.web.security.CurrentActor;
import cl.buzon.web.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer sees first. */
@Named
@RequestScoped
public class HomePage {

    @Inject
    ReportDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    Visitor visitor;

    @Inject
    PageRequest request;

    @Inject
    Clock clock;

    private @Nullable HomeView view;

    /** An operator has no cases: the companies are home. */
    public void open() {
        if (visitor.isOperator()) {
            request.goTo(request.address("/operador/empresas"));
        } else {
            getView();
        }
    }

    public HomeView getView() {
        if (view == null) {
            view = desk.home(current.actor());
        }
        return view;
    }

    public String getGreeting() {
        return request.texts().format("home.hello", visitor.getFirstName());
    }

    public String count(long cases) {
        return Capped.count(cases, getView().capped(), request.texts());
    }

    public String money(Clp amount) {
        return Capped.money(amount, getView().capped(), request.texts());
    }

    /** What leads to all cases, with how many they are. */
    public String getAll() {
        long total = getView().total();
        return request.texts().format("home.all", total, count(total));
    }

    public int getYear() {
        return LocalDate.now(clock.withZone(BusinessClock.SANTIAGO)).getYear();
    }

    public String address(String number) {
        return request.address("/caso").with("numero", number).toString();
    }

    /** The lines of "Lo último". */
    public List<NewsLine> getNews() {
        return getView().latest().stream()
                .map(what -> NewsLine.of(what, request.texts(), request.address("/caso")))
                .toList();
    }
}
