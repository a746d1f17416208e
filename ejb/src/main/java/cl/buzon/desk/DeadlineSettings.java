package cl.buzon.desk;

import cl.buzon.drafts.Drafts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The deadlines as the operator sets them. */
@ApplicationScoped
class DeadlineSettings {

    /** Working days after which a solution that nobody answered counts as accepted. */
    @Inject
    @ConfigProperty(name = "buzon.accepted-after-days", defaultValue = "5")
    private int acceptedAfterDays;

    /** Days after closing in which a case may be followed up by another. */
    @Inject
    @ConfigProperty(name = "buzon.appeal-days", defaultValue = "30")
    private int appealDays;

    Deadlines deadlines() {
        return new Deadlines(acceptedAfterDays, appealDays, (int) Drafts.KEPT.toDays());
    }
}
