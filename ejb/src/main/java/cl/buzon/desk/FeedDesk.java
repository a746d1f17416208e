package cl.buzon.desk;

import cl.buzon.cases.Activity;
import cl.buzon.cases.CaseFeed;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to all cases that somebody may see, once each, to be followed from any place on. */
@Stateless
public class FeedDesk {

    /** Steps of numbering before one reading; what is left waits for the next. */
    private static final int STEPS = 10;

    @Inject
    private CaseFeed feed;

    @Inject
    private CaseViews views;

    /**
     * The entries after a place, in order. {@link Page#next} is always there, for something may happen at any time.
     *
     * @param after {@link Page#next} of the page before, absent for the beginning
     * @throws Refusal.BadCursor when it is no place, or one that has not been reached
     */
    public Page<CaseActivity> events(Actor actor, @Nullable String after, int limit) {
        long place = FeedCursor.decode(after);
        number();
        List<Activity> found = feed.after(Judged.cases(Judged.customer(actor)), place, limit);
        if (found.isEmpty() && place > feed.head()) {
            // From before a restored backup, perhaps: to go on would leave out what comes to stand there anew
            throw new Refusal.BadCursor();
        }
        long reached = found.isEmpty()
                ? place
                : found.get(found.size() - 1).feedPosition().orElseThrow();
        return new Page<>(views.feed(found, actor), FeedCursor.encode(reached), null);
    }

    // Before the first query of this transaction, which holds no connection until then
    private void number() {
        int steps = 0;
        while (feed.number() && steps < STEPS) {
            steps++;
        }
    }
}
