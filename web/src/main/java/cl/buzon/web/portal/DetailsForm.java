package cl.buzon.web.portal;

import cl.buzon.desk.CategoryView;
import cl.buzon.desk.DraftDesk;
import cl.buzon.desk.DraftText;
import cl.buzon.desk.DraftView;
import cl.buzon.desk.NewFile;
import cl.buzon.shared.DraftWindow;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/**
 * What a form of details brings, and the window that it was written in. It is kept with the draft in hand, or apart from
 * it where somebody has sent or changed that since this window showed it.
 */
@Named
@RequestScoped
public class DetailsForm {

    @Inject
    DraftDesk desk;

    @Inject
    DraftInHand hand;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private String window = "";

    /** Keeps words, situation, marks and new files; answers which files it could not take. */
    List<Fault> keep(DraftText typed, List<NewFile> added) {
        try {
            desk.write(current.actor(), hand.id(), typed, DraftWindow.of(window, turn()));
        } catch (Refusal.IllegalAction late) {
            hand.goOnWithAnother();
            desk.write(current.actor(), hand.id(), typed, hand.draft().opened());
        }
        keepSituation(request.parameter("situacion"));
        markFiles();
        return add(added);
    }

    /** Two windows may have begun with one draft and chosen differently: the form is about the situation that it showed. */
    private void keepSituation(String shown) {
        CategoryView now = hand.draft().category();
        if (shown.isEmpty() || (now != null && now.code().equals(shown))) {
            return;
        }
        try {
            desk.choose(current.actor(), hand.id(), shown);
        } catch (Refusal.InvalidInput retired) {
            // Whoever goes on is asked for another
            return;
        }
    }

    private void markFiles() {
        for (DraftView.File file : hand.draft().files()) {
            if (request.sent("evidencia-" + file.id())) {
                String kind = request.parameter("evidencia-" + file.id());
                desk.mark(current.actor(), hand.id(), file.id(), kind.isEmpty() ? null : kind);
            }
        }
    }

    private List<Fault> add(List<NewFile> added) {
        List<Fault> faults = new ArrayList<>();
        for (NewFile file : added) {
            try {
                desk.add(current.actor(), hand.id(), file);
            } catch (Refusal.InvalidInput refused) {
                refused.faults().forEach(fault -> faults.add(new Fault("files", fault.code(), fault.arguments())));
            }
        }
        return faults;
    }

    private long turn() {
        try {
            return Long.parseLong(request.parameter("turno"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** What the page carries of its window, to send it with the words. */
    public String getWindow() {
        if (window.isEmpty()) {
            window = hand.draft().opened().toString();
        }
        return window;
    }

    public void setWindow(String shown) {
        window = shown;
    }
}
