package cl.buzon.web.portal;

import cl.buzon.desk.ActivityView;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history of the case that a page's address names: its end, or the stretch before an entry when the address says so. */
@Named
@RequestScoped
public class HistoryInHand {

    private static final String BEFORE = "antes";
    private static final String TALK = "talk-heading";

    @Inject
    CustomerDesk desk;

    @Inject
    CaseInHand hand;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private @Nullable List<ActivityView> end;
    private @Nullable List<ActivityView> shown;
    private @Nullable List<ActivityView> turns;

    /** The last entries, the oldest first. */
    List<ActivityView> end() {
        if (end == null) {
            end = desk.thread(current.actor(), hand.number());
        }
        return end;
    }

    /** What the page shows. */
    List<ActivityView> shown() {
        if (shown == null) {
            shown = request.optional(BEFORE)
                    .filter(position -> position.matches("\\d{1,9}"))
                    .map(position -> desk.threadBefore(current.actor(), hand.number(), Integer.parseInt(position)))
                    .filter(before -> !before.isEmpty())
                    .orElseGet(this::end);
        }
        return shown;
    }

    /** What moved the case on, the oldest first: read by itself only where the history is longer than its end. */
    List<ActivityView> turns() {
        if (turns == null) {
            turns = isCut(end()) ? Progress.turns(desk.turns(current.actor(), hand.number()), end()) : end();
        }
        return turns;
    }

    /** Whether the page shows all of it. */
    boolean isWhole() {
        return !isCut(shown()) && isNewest();
    }

    /** All messages of the case, its description among them. */
    long messages() {
        return 1L + desk.messages(current.actor(), hand.number());
    }

    /** Where what was said before stands; empty at the beginning. */
    public String getEarlier() {
        return isCut(shown()) ? before(shown().get(0).position()) : "";
    }

    /** Where it goes on; empty at the end. */
    public String getLater() {
        if (isNewest()) {
            return "";
        }
        int next = last(shown()) + CustomerDesk.STRETCH + 1;
        return next > last(end()) ? newest().at(TALK).toString() : before(next);
    }

    /** The page with the end of the conversation; empty on that page itself. */
    public String getNewest() {
        return isNewest() ? "" : newest().at("reply").toString();
    }

    private boolean isNewest() {
        return last(shown()) >= last(end());
    }

    private static boolean isCut(List<ActivityView> of) {
        return !of.isEmpty() && of.get(0).position() > 1;
    }

    private static int last(List<ActivityView> of) {
        return of.isEmpty() ? 0 : of.get(of.size() - 1).position();
    }

    private String before(int position) {
        return newest().with(BEFORE, Integer.toString(position)).at(TALK).toString();
    }

    private Address newest() {
        return request.address("/caso").with("numero", hand.number().value());
    }
}
