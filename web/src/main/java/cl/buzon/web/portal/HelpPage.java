package cl.buzon.web.portal;

import cl.buzon.desk.CategoryView;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.desk.Deadlines;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.web.portal.Files.Limits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Obtener ayuda: what the portal does, said from its own data; for everybody. */
@Named
@RequestScoped
public class HelpPage {

    @Inject
    CustomerDesk desk;

    @Inject
    Files files;

    public List<CategoryView> getCategories() {
        return desk.categories();
    }

    public Deadlines getDeadlines() {
        return desk.deadlines();
    }

    public Limits getLimits() {
        return files.limits();
    }

    public List<CaseState> getStates() {
        return List.of(CaseState.values());
    }

    public List<CompensationState> getCompensations() {
        return List.of(CompensationState.values());
    }
}
