package cl.buzon.web.portal;

import cl.buzon.desk.CategoryDesk;
import cl.buzon.desk.CategorySetup;
import cl.buzon.desk.CategorySetup.Proof;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All situations that claims can be about, for the operator. */
@Named
@RequestScoped
public class SituationsPage {

    @Inject
    CategoryDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private @Nullable List<CategorySetup> situations;

    public void open() {
        getSituations();
    }

    public List<CategorySetup> getSituations() {
        if (situations == null) {
            situations = desk.categories(current.actor());
        }
        return situations;
    }

    public String address(CategorySetup of) {
        return request.address("/operador/situacion")
                .with(SituationSetupPage.CODE, of.code())
                .toString();
    }

    public long required(CategorySetup of) {
        return of.evidence().stream().filter(Proof::required).count();
    }
}
