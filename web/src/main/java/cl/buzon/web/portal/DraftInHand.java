package cl.buzon.web.portal;

import cl.buzon.desk.DraftDesk;
import cl.buzon.desk.DraftView;
import cl.buzon.desk.UnsentDesk;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.DraftId;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The draft that the address of a page of the new case names, and the addresses of the steps around it. */
@Named
@RequestScoped
public class DraftInHand {

    private static final String DRAFT = "borrador";
    private static final String CHANGING = "cambiar";

    @Inject
    UnsentDesk unsent;

    @Inject
    DraftDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private @Nullable DraftView draft;

    /**
     * Whether the page can go on with it. Without one in the address it begins with the latest or a fresh one, and one
     * that was sent already leads to its case.
     */
    boolean ready() {
        if (request.parameter(DRAFT).isEmpty()) {
            request.goTo(step("situacion", unsent.start(current.actor()).id()));
            return false;
        }
        CaseNumber sent = draft().submittedAs();
        if (sent != null) {
            request.goTo(done(sent));
        }
        return sent == null;
    }

    /** Whether there is nothing more to change: it was sent, perhaps by another window. */
    boolean isSent() {
        return draft().submittedAs() != null;
    }

    /** Goes on with a fresh draft instead of the one that was sent or changed by another window meanwhile, and says so. */
    void goOnWithAnother() {
        CaseNumber sent = desk.draft(current.actor(), id()).submittedAs();
        draft = unsent.startAfter(current.actor(), id());
        if (sent == null) {
            request.tell("draft.apart");
        } else {
            request.tell("draft.another", sent);
        }
    }

    /**
     * Leads to the step where these can be mended. That is the first when its situation is no more, for that decides what
     * else is asked; but not past a file that was not taken, of which nobody would hear again.
     */
    void goBackTo(List<Fault> faults) {
        boolean first = isAt("category", faults) && !isAt("files", faults);
        request.complain(faults.stream()
                .filter(fault -> fault.field().equals("category") == first)
                .toList());
        request.goTo(first ? getSituation() : getDetails());
    }

    private static boolean isAt(String field, List<Fault> faults) {
        return faults.stream().anyMatch(fault -> fault.field().equals(field));
    }

    public DraftView draft() {
        if (draft == null) {
            draft = desk.draft(current.actor(), named());
        }
        return draft;
    }

    DraftId id() {
        return draft == null ? named() : draft.id();
    }

    private DraftId named() {
        try {
            return DraftId.of(request.parameter(DRAFT));
        } catch (IllegalArgumentException e) {
            throw new Refusal.NotFound();
        }
    }

    /** The closed case that it follows up. */
    public @Nullable CaseNumber getFollowed() {
        return draft().relatedTo();
    }

    /** For whoever is at a later step already, and does not come back to a draft that was left. */
    public Address getSituation() {
        return step("situacion", id()).with(CHANGING, "si");
    }

    boolean isChanging() {
        return !request.parameter(CHANGING).isEmpty();
    }

    public Address getDetails() {
        return step("datos", id());
    }

    public Address getReview() {
        return step("revisar", id());
    }

    /** Where the script sends files, and finds them. */
    Address getFolder() {
        return request.address("/live/drafts/" + id() + "/files");
    }

    Address done(CaseNumber number) {
        return request.address("/nuevo/listo").with("caso", number.value());
    }

    Address step(String name, DraftId of) {
        return request.address("/nuevo/" + name).with(DRAFT, of.toString());
    }
}
