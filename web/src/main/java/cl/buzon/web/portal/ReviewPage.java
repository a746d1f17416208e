package cl.buzon.web.portal;

import cl.buzon.desk.DraftCheck;
import cl.buzon.desk.DraftDesk;
import cl.buzon.desk.DraftView;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The last step of a new case: everything once more, what its writer should know, and "Enviar". */
@Named
@RequestScoped
public class ReviewPage {

    @Inject
    DraftDesk desk;

    @Inject
    DraftInHand hand;

    @Inject
    CurrentActor current;

    @Inject
    Files files;

    @Inject
    PageRequest request;

    private @Nullable DraftCheck check;

    /** A draft that cannot be sent goes back to where that can be mended, with the reasons. */
    public void open() {
        if (hand.ready() && !getCheck().faults().isEmpty()) {
            hand.goBackTo(getCheck().faults());
        }
    }

    /**
     * Sending twice makes one case: the desk answers with the number it made the first time. What another window has
     * changed since this one showed it is not sent unseen.
     */
    public void send() {
        try {
            request.goTo(hand.done(desk.submitAsSeen(actor(), hand.id(), seen())));
        } catch (Refusal.IllegalAction changed) {
            showAgain();
        } catch (Refusal.InvalidInput refused) {
            hand.goBackTo(refused.faults());
        }
    }

    private void showAgain() {
        CaseNumber sent = hand.draft().submittedAs();
        if (sent == null) {
            request.complain(null, request.texts().get("review.changed"));
            request.goTo(hand.getReview());
        } else {
            request.tell("review.sentOtherwise");
            request.goTo(hand.done(sent));
        }
    }

    /** When the draft had been changed last as this page showed it. */
    private Instant seen() {
        try {
            return Instant.parse(request.parameter("visto"));
        } catch (DateTimeParseException e) {
            return Instant.MIN;
        }
    }

    private Actor actor() {
        return current.actor();
    }

    public DraftView getDraft() {
        return hand.draft();
    }

    public List<FileLink> getFiles() {
        Address folder = hand.getFolder();
        return getDraft().files().stream().map(file -> files.link(folder, file)).toList();
    }

    public DraftCheck getCheck() {
        if (check == null) {
            check = desk.check(actor(), hand.id());
        }
        return check;
    }

    /** The names of required evidence that is missing, empty when there is none. */
    public String getMissing() {
        return getCheck().missingEvidence().stream()
                .map(one -> one.name().in(request.texts().language()))
                .collect(Collectors.joining(", "));
    }

    public String getOpenCaseAddress() {
        CaseNumber number = getCheck().openCase();
        return number == null
                ? ""
                : request.address("/caso").with("numero", number.value()).toString();
    }
}
