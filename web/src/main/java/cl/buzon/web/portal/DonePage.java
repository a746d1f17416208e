package cl.buzon.web.portal;

import cl.buzon.desk.CaseView;
import cl.buzon.desk.PreferenceDesk;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;

/** What follows a sent case: its number, who has it, and what happens next. */
@Named
@RequestScoped
public class DonePage {

    @Inject
    CaseInHand hand;

    @Inject
    PreferenceDesk preferences;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    public void open() {
        hand.view();
    }

    public CaseView getView() {
        return hand.view();
    }

    public String getFirstName() {
        return hand.executiveFirstName();
    }

    /** Whether a mail will say so too when something is missing. */
    public boolean isToldByMail() {
        return preferences.tellsOfStates(current.actor());
    }

    public String getMissing() {
        return hand.view().missingEvidence().stream()
                .map(one -> one.name().in(request.texts().language()))
                .collect(Collectors.joining(", "));
    }
}
