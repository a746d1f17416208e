package cl.buzon.connector.operation;

import cl.buzon.connector.link.Ledger;
import cl.buzon.connector.reconcile.CaseSide;
import cl.buzon.connector.reconcile.Plan;
import cl.buzon.connector.schedule.Clockwork;
import cl.buzon.connector.schedule.Leases;
import cl.buzon.connector.schedule.SyncState;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.desk.CaseView;
import cl.buzon.desk.CategoryView;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.desk.Doorbell;
import cl.buzon.desk.ExecutiveView;
import cl.buzon.desk.MirrorDesk;
import cl.buzon.desk.MirroredCase;
import cl.buzon.desk.MirroredEntry;
import cl.buzon.desk.RosterDesk;
import cl.buzon.desk.SyncConflict;
import cl.buzon.desk.SyncDesk;
import cl.buzon.desk.SyncFinding;
import cl.buzon.desk.SyncPlan;
import cl.buzon.desk.SyncStatus;
import cl.buzon.desk.SyncTrouble;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** What people ask of the sync, answered from the connector's tables and its running parts. */
@ApplicationScoped
public class ConnectorSyncDesk implements SyncDesk {

    private static final Actor SYNC = new Actor.Machine("Buzón", Origin.SYNC);
    private static final int MAX_REASON = 1000;
    private static final int ENTRIES = 500;

    @Inject
    private Clockwork clockwork;

    @Inject
    private SyncRecords records;

    @Inject
    private SyncState state;

    @Inject
    private Leases leases;

    @Inject
    private Ledger ledger;

    @Inject
    private CaseSide cases;

    @Inject
    private MirrorDesk mirror;

    @Inject
    private RosterDesk roster;

    @Inject
    private DoorbellReader bells;

    @Inject
    private CustomerDesk customers;

    @Inject
    private Config config;

    @Inject
    private Statistics statistics;

    @Inject
    private Clock clock;

    @Override
    public Ring ring(String system, Doorbell bell) {
        return clockwork
                .remote()
                .map(remote -> {
                    Ring ring = bells.ring(system, remote.name(), bell);
                    clockwork.wakeSoon();
                    return ring;
                })
                .orElse(Ring.NONE);
    }

    @Override
    public Map<UUID, Delivery> deliveries(CaseView seen) {
        if (clockwork.remote().isEmpty()) {
            return Map.of();
        }
        Arrivals arrivals = Arrivals.of(ledger.find(seen.id()), records.sent(seen.id()));
        Map<UUID, Delivery> deliveries = new HashMap<>();
        int last = mirror.read(SYNC, seen.id()).map(MirroredCase::entries).orElse(0);
        for (int looked = 0; looked < last; looked += ENTRIES) {
            for (MirroredEntry entry : mirror.entries(SYNC, seen.id(), looked, ENTRIES)) {
                arrivals.of(entry).ifPresent(delivery -> deliveries.put(entry.id(), delivery));
            }
        }
        return deliveries;
    }

    @Override
    public SyncStatus status(Actor actor) {
        requireOperator(actor);
        return statistics.status(clockwork);
    }

    @Override
    public Page<SyncTrouble> troubles(Actor actor, @Nullable String cursor, int limit) {
        requireOperator(actor);
        TroublePlace place = TroublePlace.read(cursor);
        List<SyncRecords.Trouble> found = records.troubles(place.since(), place.caseId(), limit + 1);
        List<SyncRecords.Trouble> shown = found.subList(0, Math.min(limit, found.size()));
        String next =
                found.size() > limit ? TroublePlace.of(shown.get(limit - 1)).text() : null;
        return new Page<>(shown.stream().flatMap(one -> trouble(one).stream()).toList(), next, null);
    }

    @Override
    public SyncTrouble trouble(Actor actor, CaseNumber number) {
        requireOperator(actor);
        return records.trouble(caseOf(number)).flatMap(this::trouble).orElseThrow(Refusal.NotFound::new);
    }

    private Optional<SyncTrouble> trouble(SyncRecords.Trouble one) {
        return mirror.read(SYNC, one.caseId())
                .map(of -> new SyncTrouble(
                        of.number(),
                        of.subject(),
                        SyncTrouble.Kind.valueOf(one.kind()),
                        SyncTrouble.About.valueOf(one.about()),
                        one.detail(),
                        one.reason(),
                        one.attempts(),
                        one.since(),
                        one.next(),
                        one.request(),
                        one.answer()));
    }

    @Override
    public void replay(Actor actor, CaseNumber number) {
        requireOperator(actor);
        CaseId caseId = caseOf(number);
        records.unpark(caseId);
        again(List.of(caseId));
    }

    @Override
    public void replayAll(Actor actor) {
        requireOperator(actor);
        again(records.unpark(null));
    }

    private void again(List<CaseId> some) {
        leases.mark(some, true, true);
        clockwork.wakeSoon();
    }

    @Override
    public void ignore(Actor actor, CaseNumber number, @Nullable String reason) {
        requireOperator(actor);
        String words = Wording.tidy(reason);
        Optional<Fault> fault = Wording.fault("reason", words, MAX_REASON);
        if (fault.isPresent()) {
            throw new Refusal.InvalidInput(fault.get());
        }
        CaseId caseId = caseOf(number);
        if (records.ignore(caseId, words, clock.instant())) {
            again(List.of(caseId));
        }
    }

    @Override
    public void pause(Actor actor) {
        requireOperator(actor);
        state.pause(true, actor.name());
    }

    @Override
    public void resume(Actor actor) {
        requireOperator(actor);
        state.pause(false, actor.name());
        clockwork.wakeSoon();
    }

    @Override
    public Page<SyncConflict> conflicts(Actor actor, @Nullable String cursor, int limit) {
        requireOperator(actor);
        List<SyncRecords.Disagreement> found = records.conflicts(number(cursor), limit + 1);
        List<SyncRecords.Disagreement> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Long.toString(shown.get(limit - 1).number()) : null;
        return new Page<>(shown.stream().flatMap(one -> conflict(one).stream()).toList(), next, null);
    }

    private Optional<SyncConflict> conflict(SyncRecords.Disagreement one) {
        return mirror.read(SYNC, one.caseId())
                .map(MirroredCase::number)
                .map(number -> new SyncConflict(number, one.field(), one.ours(), one.theirs(), one.note(), one.at()));
    }

    private static long number(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw new Refusal.BadCursor();
        }
        return Long.parseLong(cursor);
    }

    @Override
    public List<SyncFinding> examine(Actor actor, Locale language) {
        requireOperator(actor);
        return clockwork
                .remote()
                .map(remote -> new Examination(remote, settings(), clock, language)
                        .run(
                                customers.categories().stream()
                                        .map(CategoryView::code)
                                        .toList(),
                                roster.executives(actor).stream()
                                        .filter(ExecutiveView::active)
                                        .map(executive -> executive.email().toLowerCase(Locale.ROOT))
                                        .toList()))
                .orElse(List.of());
    }

    @Override
    public SyncPlan plan(Actor actor, CaseNumber number) {
        requireOperator(actor);
        TicketingSystem remote = clockwork.remote().orElseThrow(Refusal.NotFound::new);
        CaseId caseId = caseOf(number);
        try {
            return new SyncPlan(new Plan(cases, ledger, remote).of(caseId), "");
        } catch (RemoteFailure failure) {
            return new SyncPlan(List.of(), String.valueOf(failure.getMessage()));
        }
    }

    private SyncSettings settings() {
        return new SyncSettings(name -> config.getOptionalValue(name, String.class));
    }

    private CaseId caseOf(CaseNumber number) {
        return mirror.find(SYNC, number).orElseThrow(Refusal.NotFound::new);
    }

    private static void requireOperator(Actor actor) {
        if (!(actor instanceof Actor.Operator)) {
            throw new Refusal.NotAllowed();
        }
    }
}
