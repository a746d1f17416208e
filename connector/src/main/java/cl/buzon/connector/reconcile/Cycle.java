package cl.buzon.connector.reconcile;

import cl.buzon.connector.link.Agreed;
import cl.buzon.connector.link.Attempt;
import cl.buzon.connector.link.Conflict;
import cl.buzon.connector.link.Entry;
import cl.buzon.connector.link.Fact;
import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.Ledger;
import cl.buzon.connector.link.Progress;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.link.Telling;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.desk.MirroredCase;
import cl.buzon.shared.CaseId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One case in the hands of one worker: both sides as they are known by now. */
final class Cycle {

    /** Told facts that are looked at together. */
    static final int FACTS = 200;

    final CaseSide cases;
    final TicketingSystem remote;
    final Lease lease;
    private final Ledger ledger;
    private final Clock clock;
    private SyncLink link;
    private MirroredCase ours;

    /** For so long what the other side has told in this cycle is taken for what it is; files may take minutes. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private Instant freshUntil = Instant.MIN;

    /** Files of theirs that could not be had, by their keys: they stay told of, and are asked for in the next cycle. */
    private final Map<String, RemoteFailure> left = new LinkedHashMap<>();

    /** What is being sent, should it be refused. */
    Health.About about = Health.About.CASE;

    @Nullable
    String detail;

    Cycle(CaseSide cases, Ledger ledger, TicketingSystem remote, Clock clock, Lease lease, MirroredCase ours) {
        this.cases = cases;
        this.ledger = ledger;
        this.remote = remote;
        this.clock = clock;
        this.lease = lease;
        this.ours = ours;
        this.link = ledger.find(lease.caseId())
                .orElseGet(() -> SyncLink.none(lease.caseId()))
                .carrying(ours.number());
    }

    CaseId caseId() {
        return lease.caseId();
    }

    SyncLink link() {
        return link;
    }

    MirroredCase ours() {
        return ours;
    }

    TicketId ticket() {
        return Objects.requireNonNull(link.ticket());
    }

    Instant now() {
        return clock.instant();
    }

    boolean isGone() {
        return link.health().state() == Health.State.GONE;
    }

    boolean isFresh() {
        return now().isBefore(freshUntil);
    }

    void heardNow() {
        freshUntil = now().plus(FRESH);
    }

    /** Both sides as they are known by now: a poll may have heard of the ticket meanwhile. */
    void refresh() {
        ours = cases.read(caseId()).orElseThrow();
        SyncLink written = ledger.find(caseId()).orElse(link);
        if (written.told() != null) {
            link = link.hears(written.told());
        }
        if (written.look()) {
            link = link.looking(true);
        }
    }

    Merge merge() {
        return new Merge(
                link.agreed(),
                OurFields.of(ours),
                link.told() == null ? TicketFields.none() : link.told().fields(),
                remote.capabilities());
    }

    List<Fact> foreignFacts() {
        return ledger.facts(caseId(), false, FACTS);
    }

    /** Does without a file until the next cycle. */
    void leave(Fact file, RemoteFailure why) {
        left.put(file.remoteId(), why);
    }

    boolean isLeft(Fact file) {
        return left.containsKey(file.remoteId());
    }

    /** Why it is not all done, if a file was left. */
    Optional<RemoteFailure> whyLeft() {
        return left.values().stream().findFirst();
    }

    List<Fact> ownFacts() {
        return ledger.facts(caseId(), true, FACTS);
    }

    Ledger ledger() {
        return ledger;
    }

    Entry entry(SyncLink changed) {
        return new Entry(lease, changed.carrying(ours.number()));
    }

    void save(SyncLink changed) {
        save(entry(changed));
    }

    void save(Entry entry) {
        ledger.save(entry);
        link = entry.link();
    }

    /** Takes over what has been written down within a larger transaction. */
    void saved(SyncLink changed) {
        link = changed;
    }

    Conflict conflict(String field, @Nullable String own, @Nullable String theirs, @Nullable String note) {
        return new Conflict(caseId(), field, own, theirs, note, now());
    }

    /** Makes a call that must not be made twice: it is written down before, and looked after when nobody answers. */
    <T> T write(Attempt attempt, Supplier<T> call) {
        save(link.with(attempt));
        try {
            return call.get();
        } catch (RemoteFailure.OutcomeUnknown unknown) {
            // As long as we waited it may have been on its way: what settles does so from now on
            save(link.with(unknown.mayStillRun() ? attempt.leftAt(now()) : attempt.ended()));
            throw unknown;
        } catch (RemoteFailure nothingDone) {
            save(link.with((Attempt) null));
            throw nothingDone;
        }
    }

    /** What we have sent and is there now has been agreed upon, though nobody heard so. */
    private SyncLink arrived(SyncLink heard) {
        Attempt attempt = heard.attempt();
        Telling told = heard.told();
        Agreed agreed = heard.agreed();
        if (attempt != null && told != null) {
            for (Map.Entry<TicketField, String> sent : attempt.sent().values().entrySet()) {
                String seen = seen(sent);
                if (told.fields().get(sent.getKey()).equals(Optional.of(seen))) {
                    agreed = agreed.with(sent.getKey(), sent.getValue(), seen);
                }
            }
        }
        return heard.with((Attempt) null).with(agreed);
    }

    /** Asks for the ticket and all that was said and shown on it; a part alone might come before what was missed. */
    void look() {
        hear();
        settle();
    }

    /** Whether it was made, and nobody has seen yet that it holds what makes it ours to recognise. */
    private boolean isUnfinished() {
        return link.look() && link.progress().equals(Progress.NONE);
    }

    /** The same, while it is left open what became of a write. */
    void hear() {
        Ticket told = isUnfinished() ? remote.complete(ticket(), Tickets.wish(this)) : remote.read(ticket());
        SyncLink heard = link.hears(told).looking(false);
        heardNow();
        save(entry(heard).heard(remote.messages(ticket()), remote.files(ticket())));
    }

    /** Takes what was told for what became of a write. */
    void settle() {
        save(arrived(link));
    }

    /** Whether the other side holds what we have sent. */
    boolean hasTaken(Attempt attempt) {
        Telling told = link.told();
        return told != null
                && attempt.sent().values().entrySet().stream()
                        .allMatch(sent -> told.fields().get(sent.getKey()).equals(Optional.of(seen(sent))));
    }

    private String seen(Map.Entry<TicketField, String> sent) {
        return remote.capabilities().seen(sent.getKey(), sent.getValue());
    }
}
