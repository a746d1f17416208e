package cl.buzon.web.portal;

import cl.buzon.desk.CategoryView;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.desk.DraftDesk;
import cl.buzon.desk.UnsentDesk;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.DraftId;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first step of a new case: what has happened. */
@Named
@RequestScoped
public class SituationPage {

    @Inject
    CustomerDesk customers;

    @Inject
    UnsentDesk unsent;

    @Inject
    DraftDesk drafts;

    @Inject
    DraftInHand hand;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private @Nullable List<Unsent> others;

    public void open() {
        hand.ready();
    }

    public List<CategoryView> getCategories() {
        return customers.categories();
    }

    public String getChosen() {
        CategoryView category = hand.draft().category();
        return category == null ? "" : category.code();
    }

    /** Leaves this draft as it is, and begins another. */
    public void another() {
        request.goTo(hand.step("situacion", unsent.startAnother(current.actor()).id()));
    }

    /** What was left unsent besides this draft, each with the way back to it. */
    public List<Unsent> getUnsent() {
        if (others == null) {
            DraftId here = hand.id();
            others = unsent.unsent(current.actor()).stream()
                    .filter(draft -> !draft.id().equals(here))
                    .map(draft -> new Unsent(
                            draft.text().subject().strip(),
                            draft.updatedAt(),
                            draft.relatedTo(),
                            hand.step("situacion", draft.id())))
                    .toList();
        }
        return others;
    }

    /** Whether one comes back to this draft, and there is something in it that one may want to leave. */
    public boolean isResumed() {
        return !hand.isChanging() && hand.draft().holdsSomething();
    }

    /**
     * One draft that was left.
     *
     * @param subject empty when there is none yet
     * @param followed the closed case that it follows up, if any
     */
    public record Unsent(
            String subject, Instant at, @Nullable CaseNumber followed, Address address) {}

    /** Whoever chooses anew for a draft that was sent meanwhile means another claim. */
    public void choose() {
        try {
            if (hand.isSent()) {
                hand.goOnWithAnother();
            }
            drafts.choose(current.actor(), hand.id(), request.parameter("category"));
            request.goTo(hand.getDetails());
        } catch (Refusal.InvalidInput refused) {
            request.complain(refused.faults());
        }
    }
}
