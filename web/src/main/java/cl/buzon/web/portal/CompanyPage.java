package cl.buzon.web.portal;

import cl.buzon.desk.AccountDesk;
import cl.buzon.desk.AccountView;
import cl.buzon.desk.ExecutiveView;
import cl.buzon.desk.RosterDesk;
import cl.buzon.desk.TeamView;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One company as the operator sees it: its name, and who looks after its cases. */
@Named
@RequestScoped
public class CompanyPage {

    private static final String COMPANY = "empresa";

    @Inject
    AccountDesk accounts;

    @Inject
    RosterDesk roster;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private @Nullable AccountView company;
    private String name = "";
    private String primary = "";
    private String backup = "";

    @PostConstruct
    void read() {
        TeamView team = roster.team(current.actor(), id());
        name = getCompany().name();
        primary = text(team.primary());
        backup = text(team.backup());
    }

    public void open() {
        getCompany();
    }

    public void rename() {
        try {
            accounts.rename(current.actor(), id(), name);
            again("company.saved");
        } catch (Refusal.InvalidInput refused) {
            request.complain(refused.faults());
        }
    }

    public void setTeam() {
        try {
            roster.setTeam(current.actor(), id(), primary, backup);
            again("company.team.saved");
        } catch (Refusal.InvalidInput refused) {
            request.complain(refused.faults());
        }
    }

    private void again(String said) {
        request.tell(said);
        request.goTo(request.address("/operador/empresa").with(COMPANY, id().toString()));
    }

    public AccountView getCompany() {
        if (company == null) {
            company = accounts.account(current.actor(), id());
        }
        return company;
    }

    public List<ExecutiveView> getExecutives() {
        return roster.executives(current.actor()).stream()
                .filter(ExecutiveView::active)
                .toList();
    }

    public String getUsers() {
        return request.address("/empresa/usuarios")
                .with(COMPANY, id().toString())
                .toString();
    }

    private AccountId id() {
        try {
            return AccountId.of(request.parameter(COMPANY));
        } catch (IllegalArgumentException e) {
            throw new Refusal.NotFound();
        }
    }

    private static String text(@Nullable ExecutiveId id) {
        return id == null ? "" : id.toString();
    }

    public String getName() {
        return name;
    }

    public void setName(String typed) {
        name = typed;
    }

    public String getPrimary() {
        return primary;
    }

    public void setPrimary(@Nullable String chosen) {
        primary = chosen == null ? "" : chosen;
    }

    public String getBackup() {
        return backup;
    }

    public void setBackup(@Nullable String chosen) {
        backup = chosen == null ? "" : chosen;
    }
}
