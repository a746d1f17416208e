package cl.buzon.web.portal;

import cl.buzon.desk.CategoryView;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.desk.DraftDesk;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The first step of a new case: what has happened. */
@Named
@RequestScoped
public class SituationPage {

    @Inject
    CustomerDesk customers;

    @Inject
    DraftDesk drafts;

    @Inject
    DraftInHand hand;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

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

    public void choose() {
        try {
            drafts.choose(current.actor(), hand.id(), request.parameter("category"));
            request.goTo(hand.getDetails());
        } catch (Refusal.InvalidInput refused) {
            request.complain(refused.faults());
        } catch (Refusal.IllegalAction sent) {
            hand.ready();
        }
    }
}
