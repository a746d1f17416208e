package cl.buzon.web.portal;

import cl.buzon.desk.SyncConflict;
import cl.buzon.desk.SyncDesk;
import cl.buzon.desk.SyncStatus;
import cl.buzon.desk.SyncTrouble;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import cl.buzon.web.i18n.Formats;
import cl.buzon.web.i18n.Moments;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The operator's view of the sync: whether it works, what does not get through, and on what the two sides differ. */
@Named
@RequestScoped
public class SyncPage {

    private static final int ROWS = 20;
    private static final String PLACE = "pagina";
    private static final String CONFLICTS = "conflictos";

    /** Of the chart, in its own units. */
    private static final int HIGHEST = 72;

    private static final int LOWEST = 4;

    @Inject
    Instance<SyncDesk> sync;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    @Inject
    Moments moments;

    @Inject
    Clock clock;

    private @Nullable SyncStatus status;
    private @Nullable Page<SyncTrouble> troubles;
    private @Nullable Page<SyncConflict> conflicts;

    /** One bar of the chart; lengths in the chart's own units. */
    public record Bar(int left, int top, int height, String look) {}

    public void open() {
        if (!(current.actor() instanceof Actor.Operator)) {
            throw new Refusal.NotAllowed();
        }
        if (isConnected()) {
            getTroubles();
        }
    }

    /** Does what a button of the list asks for, once its form has come. */
    public void act() {
        request.pressedCase("replay").ifPresent(this::replay);
    }

    public boolean isConnected() {
        return sync.isResolvable() && getStatus().condition() != SyncStatus.Condition.NOT_CONNECTED;
    }

    public SyncStatus getStatus() {
        if (status == null) {
            status = sync.get().status(current.actor());
        }
        return status;
    }

    public boolean isPaused() {
        return getStatus().condition() == SyncStatus.Condition.PAUSED;
    }

    public boolean isWell() {
        return getStatus().condition() == SyncStatus.Condition.WORKING
                && getStatus().parked() == 0;
    }

    /** What is to be said first: what keeps it from working, or how many wait for a person. */
    public String getHeadline() {
        boolean parked = getStatus().condition() == SyncStatus.Condition.WORKING
                && getStatus().parked() > 0;
        return parked
                ? request.texts().format("sync.parked", getStatus().parked())
                : request.texts().get("sync.condition." + getStatus().condition());
    }

    public String getExchanges() {
        Instant last = getStatus().lastExchange();
        String when = last == null ? request.texts().get("sync.never") : ago(last);
        Duration answer = getStatus().answerTime();
        return request.texts()
                .format("sync.exchanges", when, getStatus().exchangesToday(), answer == null ? 0 : answer.toMillis());
    }

    private String ago(Instant at) {
        long seconds = Duration.between(at, clock.instant()).toSeconds();
        return seconds >= 0 && seconds < Duration.ofMinutes(2).toSeconds()
                ? request.texts().format("sync.secondsAgo", seconds)
                : moments.ago(at);
    }

    /** What to do about a queue that has grown old. */
    public String getLateText() {
        return getStatus().condition() == SyncStatus.Condition.WORKING ? "sync.late.working" : "sync.late.stuck";
    }

    /** Which attempt it was, and whose turn it is now: the portal's own, or a person's. */
    public String turn(SyncTrouble trouble) {
        Instant next = trouble.next();
        return next == null
                ? request.texts().format("sync.stopped", moments.on(trouble.since()))
                : request.texts().format("sync.attempt", trouble.attempts(), Formats.time(next));
    }

    public String getOldest() {
        Instant since = getStatus().oldest();
        return since == null ? "–" : age(Duration.between(since, clock.instant()));
    }

    private String age(Duration age) {
        long seconds = Math.max(age.toSeconds(), 0);
        if (seconds < Duration.ofMinutes(2).toSeconds()) {
            return request.texts().format("sync.seconds", seconds);
        }
        return seconds < Duration.ofHours(2).toSeconds()
                ? request.texts().format("sync.minutes", age.toMinutes())
                : request.texts().format("sync.hours", age.toHours());
    }

    /** Of today's calls those that went well, with one decimal. */
    public String getSuccess() {
        long all = getStatus().exchangesToday();
        return all == 0 ? "–" : Formats.percent(all - getStatus().failuresToday(), all);
    }

    public Page<SyncTrouble> getTroubles() {
        if (troubles == null) {
            troubles =
                    sync.get().troubles(current.actor(), request.optional(PLACE).orElse(null), ROWS);
        }
        return troubles;
    }

    public Page<SyncConflict> getConflicts() {
        if (conflicts == null) {
            conflicts = sync.get()
                    .conflicts(current.actor(), request.optional(CONFLICTS).orElse(null), ROWS);
        }
        return conflicts;
    }

    public List<Bar> getBars() {
        List<SyncStatus.Hour> hours = getStatus().hours();
        long most = Math.max(getMost(), 1);
        return IntStream.range(0, hours.size())
                .mapToObj(place -> bar(place, hours.get(place), most, place == hours.size() - 1))
                .toList();
    }

    private static Bar bar(int place, SyncStatus.Hour hour, long most, boolean now) {
        int height = (int) Math.max(LOWEST, hour.exchanges() * HIGHEST / most);
        String look = hour.failures() > 0 ? "bad" : now ? "now" : "";
        return new Bar(place, HIGHEST - height, height, look);
    }

    public long getMost() {
        return getStatus().hours().stream()
                .mapToLong(SyncStatus.Hour::exchanges)
                .max()
                .orElse(0);
    }

    public long getFailures() {
        return getStatus().hours().stream().mapToLong(SyncStatus.Hour::failures).sum();
    }

    public String detail(SyncTrouble trouble) {
        return request.address("/operador/sincronizacion-caso")
                .with("numero", trouble.number().value())
                .toString();
    }

    private void replay(CaseNumber number) {
        sync.get().replay(current.actor(), number);
        again("sync.replayed", number);
    }

    public void replayAll() {
        sync.get().replayAll(current.actor());
        again("sync.replayedAll");
    }

    public void pause() {
        sync.get().pause(current.actor());
        again("sync.paused");
    }

    public void resume() {
        sync.get().resume(current.actor());
        again("sync.resumed");
    }

    private void again(String said, Object... values) {
        request.tell(said, values);
        request.goTo(here());
    }

    private Address here() {
        return request.address("/operador/sincronizacion");
    }

    public String getNext() {
        return place(PLACE, getTroubles().next());
    }

    public String getPrevious() {
        return place(PLACE, getTroubles().previous());
    }

    public String getNextConflicts() {
        return place(CONFLICTS, getConflicts().next());
    }

    public String getPreviousConflicts() {
        return place(CONFLICTS, getConflicts().previous());
    }

    private String place(String list, @Nullable String cursor) {
        return cursor == null ? "" : here().with(list, cursor).toString();
    }
}
