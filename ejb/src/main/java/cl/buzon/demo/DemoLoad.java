package cl.buzon.demo;

import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.CaseNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plays the whole script with the clock moved to each of its moments: all in one transaction, so never half of it. */
@ApplicationScoped
class DemoLoad {

    /** When the people come, before the first case. */
    private static final DemoMoment OVERTURE = new DemoMoment(110, LocalTime.of(9, 0));

    @Inject
    private Casting casting;

    @Inject
    private Stage stage;

    @Inject
    private BusinessClock clock;

    @PersistenceContext
    private EntityManager entities;

    /** @return how many cases there are now; none when the demo was there already */
    @Transactional
    int load(DemoScript script) {
        if (casting.isDone()) {
            return 0;
        }
        DemoCalendar calendar = DemoCalendar.before(clock.instant(), script.endOfLastDay());
        Cast cast = new Cast();
        clock.runAt(calendar.instant(OVERTURE), () -> casting.bring(cast, calendar));
        DemoWords words = new DemoWords(calendar);
        Map<DemoCase, StagedCase> open = new HashMap<>();
        for (DemoTurn turn : DemoTurn.of(script, calendar)) {
            clock.runAt(turn.at(), () -> play(turn, open, words, cast));
            forget();
        }
        return open.size();
    }

    /** What one turn has touched is of no use to the next, and each query would look for changes in all of it. */
    private void forget() {
        entities.flush();
        entities.clear();
    }

    private void play(DemoTurn turn, Map<DemoCase, StagedCase> open, DemoWords words, Cast cast) {
        DemoCase one = turn.of();
        if (turn.step().deed() == Deed.OPEN) {
            open.put(one, stage.open(one, words, cast, followed(one, open)));
        } else {
            stage.perform(turn.step(), Objects.requireNonNull(open.get(one)), words);
        }
    }

    private static @Nullable CaseNumber followed(DemoCase one, Map<DemoCase, StagedCase> open) {
        return open.entrySet().stream()
                .filter(earlier -> earlier.getKey().subject().equals(one.follows()))
                .map(earlier -> earlier.getValue().number())
                .findFirst()
                .orElse(null);
    }
}
