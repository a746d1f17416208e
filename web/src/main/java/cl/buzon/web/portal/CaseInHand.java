package cl.buzon.web.portal;

import cl.buzon.desk.CaseView;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.desk.PersonView;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The case that a page's address names; one that is not the visitor's is not there. */
@RequestScoped
class CaseInHand {

    @Inject
    CustomerDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private @Nullable CaseView view;

    CaseNumber number() {
        String number = request.optional("numero").orElseGet(() -> request.parameter("caso"));
        if (!CaseNumber.isCaseNumber(number)) {
            throw new Refusal.NotFound();
        }
        return new CaseNumber(number);
    }

    CaseView view() {
        if (view == null) {
            view = desk.view(current.actor(), number());
        }
        return view;
    }

    /** Empty while nobody is assigned. */
    String executiveFirstName() {
        PersonView executive = view().executive();
        return executive == null ? "" : executive.name().split(" ", 2)[0];
    }
}
