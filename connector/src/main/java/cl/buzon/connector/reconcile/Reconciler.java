package cl.buzon.connector.reconcile;

import cl.buzon.connector.link.Attempt;
import cl.buzon.connector.link.Entry;
import cl.buzon.connector.link.Fact;
import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.Ledger;
import cl.buzon.connector.link.SyncItem;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.desk.MirroredCase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings one case and its ticket into step: looks at both as they are now, and does what is missing on either side. It
 * may be stopped at any point, by a crash as well as by a failure, and whoever comes next goes on from what is written.
 */
public final class Reconciler {

    /** A case on which both sides go on working is left for later. */
    private static final int ROUNDS = 20;

    /** What is refused for a while only, as it is said, is for a person after some three minutes. */
    public static final int TRIES = 8;

    private final CaseSide cases;
    private final Ledger ledger;
    private final TicketingSystem remote;
    private final Clock clock;

    public Reconciler(CaseSide cases, Ledger ledger, TicketingSystem remote, Clock clock) {
        this.cases = cases;
        this.ledger = ledger;
        this.remote = remote;
        this.clock = clock;
    }

    /**
     * Works on a case until both sides agree, or one of them does not go on.
     *
     * @throws RemoteFailure.Unreachable when nothing can be done now, for this case or any other
     * @throws RemoteFailure.Throttled when nobody may call for a while
     * @throws RemoteFailure.Unauthorized when nobody may call at all
     * @throws Lease.Lost when somebody else has the case by now
     */
    public Next bringIntoStep(Lease lease) {
        Optional<MirroredCase> found = cases.read(lease.caseId());
        if (found.isEmpty()) {
            return Next.DONE;
        }
        Cycle cycle = new Cycle(cases, ledger, remote, clock, lease, found.get());
        boolean wasGone = cycle.isGone();
        try {
            return run(cycle, lease.look() || wasGone);
        } catch (RemoteFailure.Refused refused) {
            if (refused.mayPass() && lease.attempts() < TRIES) {
                return Next.later(cycle.now(), String.valueOf(refused.getMessage()));
            }
            cycle.save(cycle.link()
                    .with(new Health(
                            Health.State.PARKED,
                            cycle.about,
                            cycle.detail,
                            refused.getMessage(),
                            refused.request(),
                            refused.answer(),
                            cycle.now())));
            return Next.DONE;
        } catch (RemoteFailure.Gone gone) {
            if (wasGone) {
                return Next.DONE;
            }
            String reason = String.valueOf(gone.getMessage());
            cycle.save(cycle.entry(cycle.link().with(Health.gone(reason, cycle.now())))
                    .conflict(cycle.conflict("TICKET", cycle.ours().number().value(), null, reason)));
            return Next.DONE;
        } catch (RemoteFailure.OutcomeUnknown unknown) {
            return afterUnknown(cycle, String.valueOf(unknown.getMessage()));
        }
    }

    /** Leaves a case on which something here fails to a person, so that no other has to wait for it. */
    public void park(Lease lease, String reason) {
        SyncLink link = ledger.find(lease.caseId()).orElseGet(() -> SyncLink.none(lease.caseId()));
        ledger.save(new Entry(
                lease,
                link.with(new Health(
                        Health.State.PARKED, Health.About.CASE, null, reason, null, null, clock.instant()))));
    }

    private static Next afterUnknown(Cycle cycle, String reason) {
        if (cycle.link().attempt() == null) {
            cycle.save(cycle.link().looking(true));
        }
        return Next.cutOff(cycle.now(), reason);
    }

    private static Next run(Cycle cycle, boolean look) {
        Attempt open = cycle.link().attempt();
        if (open != null && cycle.now().isBefore(open.settledAt()) && !hasArrived(cycle, open)) {
            return Next.later(cycle.now(), "OUTCOME_UNKNOWN");
        }
        Tickets.ensure(cycle);
        if (look || cycle.link().look() || cycle.link().attempt() != null) {
            cycle.look();
        }
        for (int round = 0; round < ROUNDS; round++) {
            cycle.refresh();
            List<Fact> met = pair(cycle);
            boolean moved = new Inbound(cycle).take() || new Outbound(cycle, met).send() || Fields.push(cycle);
            if (!moved) {
                cycle.whyLeft().ifPresent(why -> {
                    throw why;
                });
                if (cycle.link().health().state() != Health.State.HEALTHY) {
                    cycle.save(cycle.link().with(Health.GOOD));
                }
                return Next.DONE;
            }
        }
        return Next.again(cycle.now());
    }

    /**
     * Whether a write of which nobody knows what became is seen over there. As long as it is not, it may still come: nothing
     * is written then.
     */
    private static boolean hasArrived(Cycle cycle, Attempt open) {
        if (cycle.link().ticket() == null) {
            return Tickets.find(cycle);
        }
        cycle.hear();
        List<Fact> met = pair(cycle);
        boolean there = open.what() == Attempt.What.FIELDS
                ? cycle.hasTaken(open)
                : met.stream().anyMatch(fact -> fact.print().equals(open.print()));
        if (there) {
            cycle.settle();
        }
        return there;
    }

    /**
     * What of ours was told of is what was sent: the first of those that say the same.
     *
     * @return what nothing that was sent stands for; what is told of from now on is for the next round, for it may be told of
     *     what was sent
     */
    private static List<Fact> pair(Cycle cycle) {
        List<Fact> own = cycle.ownFacts();
        if (own.isEmpty()) {
            return own;
        }
        List<Fact> left = new ArrayList<>(own);
        List<SyncItem> open = new ArrayList<>(cycle.ledger().unpaired(cycle.caseId()));
        Entry entry = cycle.entry(cycle.link());
        for (Fact fact : own) {
            open.stream()
                    .filter(item -> item.print().equals(fact.print()))
                    .findFirst()
                    .ifPresent(item -> {
                        open.remove(item);
                        left.remove(fact);
                        entry.item(item.under(fact.remoteId()));
                    });
        }
        if (!entry.items().isEmpty()) {
            cycle.save(entry);
        }
        return left;
    }
}
