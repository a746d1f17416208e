package cl.buzon.web.portal;

import cl.buzon.desk.HomeView;
import cl.buzon.desk.ReportDesk;
import cl.buzon.shared.AtLeast;
import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.Clp;
import cl.buzon.web.i18n.Texts;
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
        return Capped.count(cases, request.texts());
    }

    public String getResolved() {
        return Capped.count(getView().resolvedThisMonth(), request.texts());
    }

    public String money(AtLeast<Clp> amount) {
        return Capped.money(amount, request.texts());
    }

    /** How many cases wait for the customer, in words. */
    public String getAwaiting() {
        long awaiting = getView().awaitingCount();
        return request.texts().format("home.awaiting.count", awaiting, count(awaiting));
    }

    public String asks(HomeView.Awaiting waiting) {
        return asks(waiting.row().executive(), waiting.asked(), request.texts());
    }

    /** Who waits for what, as far as either is known. */
    static String asks(@Nullable String executive, @Nullable String asked, Texts texts) {
        if (asked == null || asked.isEmpty()) {
            return executive == null ? texts.get("home.asks.nobody") : texts.format("home.asks", executive);
        }
        return executive == null ? asked : executive + ": " + asked;
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
