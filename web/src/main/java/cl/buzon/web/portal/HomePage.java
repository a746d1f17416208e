package cl.buzon.web.portal;

import cl.buzon.desk.HomeView;
import cl.buzon.desk.HomeView.Latest;
import cl.buzon.desk.ReportDesk;
import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import cl.buzon.web.i18n.Formats;
import cl.buzon.web.portal.Phrase.Piece;
import cl.buzon.web.portal.tags.Looks;
import cl.buzon.web.security.CurrentActor;
import cl.buzon.web.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    /** One line of "Lo último". */
    public record News(String sign, List<Piece> pieces, Latest of) {}

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

    public int getYear() {
        return LocalDate.now(clock.withZone(BusinessClock.SANTIAGO)).getYear();
    }

    public String address(String number) {
        return request.address("/caso").with("numero", number).toString();
    }

    public List<News> getNews() {
        return getView().latest().stream().map(this::news).toList();
    }

    private News news(Latest what) {
        Piece number = Piece.link(
                what.number().value(),
                request.address("/caso").with("numero", what.number().value()));
        return new News(
                sign(what),
                Phrase.of(
                        request.texts().get(key(what)),
                        Map.of(
                                "case",
                                number,
                                "who",
                                Piece.strong(what.actorName()),
                                "executive",
                                Piece.strong(what.executive() == null ? "" : what.executive()),
                                "compensation",
                                Piece.plain(compensation(what.compensation())),
                                "amount",
                                Piece.strong(money(what.amount())))),
                what);
    }

    private String compensation(@Nullable CompensationState state) {
        return state == null ? "" : request.texts().get("compensation." + state);
    }

    private static String money(@Nullable Clp amount) {
        return amount == null ? "" : Formats.money(amount.amount());
    }

    private static String key(Latest what) {
        return switch (what.type()) {
            case STATE -> "home.news.STATE." + what.to();
            case COMPENSATION ->
                what.amount() == null
                        ? "home.news.COMPENSATION"
                        : what.compensation() == CompensationState.PAID ? "home.news.PAID" : "home.news.AMOUNT";
            default -> "home.news." + what.type();
        };
    }

    private static String sign(Latest what) {
        return switch (what.type()) {
            case MESSAGE -> "message-square";
            case FILE -> "paperclip";
            case ASSIGNMENT -> "user-check";
            case STATE -> Looks.icon("state", String.valueOf(what.to()));
            case COMPENSATION -> "banknote";
        };
    }
}
