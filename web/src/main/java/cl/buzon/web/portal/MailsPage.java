package cl.buzon.web.portal;

import cl.buzon.desk.MailDesk;
import cl.buzon.desk.MailView;
import cl.buzon.shared.Page;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operator's view of the mail that leaves the house, or waits to. */
@Named
@RequestScoped
public class MailsPage {

    private static final int ROWS = 50;
    private static final String PLACE = "pagina";
    private static final String STATE = "estado";

    @Inject
    MailDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private @Nullable Page<MailView> page;

    /**
     * One of the lists: all mails, or those in a state.
     *
     * @param count how many it has, empty where nobody waits to know
     */
    public record Tab(String address, String words, String count, boolean chosen) {}

    public void open() {
        getPage();
    }

    public Page<MailView> getPage() {
        if (page == null) {
            page = desk.mails(
                    current.actor(),
                    state().orElse(null),
                    request.optional(PLACE).orElse(null),
                    ROWS);
        }
        return page;
    }

    public boolean isServed() {
        return desk.hasServer(current.actor());
    }

    /** What is said of a list without mails. */
    public String getNone() {
        return state().isEmpty() ? "mails.none" : "mails.none.here";
    }

    public List<Tab> getTabs() {
        Optional<MailView.State> chosen = state();
        Tab all = new Tab(here().toString(), request.texts().get("mails.all"), "", chosen.isEmpty());
        List<Tab> tabs = new ArrayList<>(List.of(all));
        for (MailView.State state : MailView.State.values()) {
            tabs.add(new Tab(
                    here().with(STATE, state.name()).toString(),
                    request.texts().get("mails.state." + state),
                    count(state),
                    chosen.filter(state::equals).isPresent()));
        }
        return tabs;
    }

    private String count(MailView.State state) {
        return state == MailView.State.PENDING ? Long.toString(desk.waiting(current.actor())) : "";
    }

    private Optional<MailView.State> state() {
        String wanted = request.parameter(STATE);
        return Arrays.stream(MailView.State.values())
                .filter(state -> state.name().equals(wanted))
                .findFirst();
    }

    public String detail(MailView mail) {
        return request.address("/operador/correo")
                .with("id", mail.id().toString())
                .toString();
    }

    public String getNext() {
        String next = getPage().next();
        return next == null
                ? ""
                : here().with(STATE, request.parameter(STATE)).with(PLACE, next).toString();
    }

    private Address here() {
        return request.address("/operador/correos");
    }
}
