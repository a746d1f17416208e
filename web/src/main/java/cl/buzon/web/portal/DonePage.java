package cl.buzon.web.portal;

import cl.buzon.desk.CaseView;
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

    public String getMissing() {
        return hand.view().missingEvidence().stream()
                .map(one -> one.name().in(request.texts().language()))
                .collect(Collectors.joining(", "));
    }
}
