package cl.buzon.connector.reconcile;

import cl.buzon.connector.link.Agreed;
import cl.buzon.connector.link.Entry;
import cl.buzon.connector.link.Fact;
import cl.buzon.connector.link.SyncItem;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the other side has said, shown and decided. What is not allowed here becomes a conflict: it is neither
 * forced nor lost, and the rest goes on.
 */
final class Inbound {

    /** Files that are taken at once. */
    private static final int FILES = 8;

    private final Cycle cycle;
    private final Merge merge;
    private final List<Taking> takings = new ArrayList<>();
    private final List<Taking> refused = new ArrayList<>();

    /** Something to take: a fact or some fields, and the deed that it means, if any. */
    private record Taking(
            @Nullable Fact fact,
            Set<TicketField> fields,
            @Nullable Deed deed,
            @Nullable String reason) {

        Taking refusedFor(String why) {
            return new Taking(fact, fields, null, why);
        }
    }

    Inbound(Cycle cycle) {
        this.cycle = cycle;
        this.merge = cycle.merge();
    }

    /** @return whether anything was taken */
    boolean take() {
        try {
            if (addFacts()) {
                InboundFields.of(merge, OurFields.of(cycle.ours()), theirs())
                        .forEach(change -> takings.add(new Taking(null, change.fields(), change.deed(), null)));
            }
            boolean any = !takings.isEmpty() || !refused.isEmpty();
            while (any && !apply()) {
                // One deed less each time
            }
            return any;
        } catch (CaseSide.Moved moved) {
            return true;
        } finally {
            takings.forEach(Inbound::close);
        }
    }

    /**
     * Some at a time, for files take room while they wait.
     *
     * @return whether that was all: what was decided there may have been decided after all of it was said
     */
    private boolean addFacts() {
        List<Fact> facts = cycle.foreignFacts();
        for (Fact fact : facts) {
            if (cycle.isLeft(fact)) {
                continue;
            }
            if (takings.stream()
                            .filter(taking -> taking.deed() instanceof Deed.Attach)
                            .count()
                    == FILES) {
                return false;
            }
            add(fact);
        }
        if (cycle.whyLeft().isPresent()) {
            return false;
        }
        boolean any = !takings.isEmpty() || !refused.isEmpty();
        return !any || facts.size() < Cycle.FACTS;
    }

    private void add(Fact fact) {
        if (fact instanceof Fact.Said said) {
            takings.add(new Taking(
                    fact, Set.of(), new Deed.Post(fact.author(), said.message().text()), null));
        } else if (fact instanceof Fact.Attached attached) {
            add(attached, attached.file());
        }
    }

    private void add(Fact.Attached fact, RemoteFile file) {
        switch (file.readiness()) {
            case READY -> {
                // Behind one that is left until later the others wait, for they keep their order
                if (cycle.whyLeft().isEmpty()) {
                    fetch(fact, file);
                }
            }
            case WITHHELD -> refused.add(new Taking(fact, Set.of(), null, "WITHHELD"));
            case CUT -> refused.add(new Taking(fact, Set.of(), null, Outbound.CHANGED_THERE));
            case PENDING -> {
                // It is told of again when it is ready
            }
        }
    }

    /** A file that cannot be had, for now or for good, is no reason to do without the words. */
    private void fetch(Fact.Attached fact, RemoteFile file) {
        try {
            Deed deed = new Deed.Attach(file.author(), file.name(), cycle.cases.spool(cycle.remote.open(file)));
            takings.add(new Taking(fact, Set.of(), deed, null));
        } catch (RemoteFailure.Gone gone) {
            refused.add(new Taking(fact, Set.of(), null, "GONE"));
        } catch (RemoteFailure.Refused no) {
            leave(fact, new RemoteFailure.Refused(String.valueOf(no.getMessage()), no.request(), no.answer(), true));
        } catch (RemoteFailure.Unreachable broken) {
            if (cycle.lease.attempts() >= Reconciler.TRIES) {
                cycle.remote.read(cycle.ticket()); // Whoever does not even answer that is away, and no file's fault
            }
            leave(fact, broken);
        }
    }

    private void leave(Fact.Attached fact, RemoteFailure why) {
        if (cycle.lease.attempts() < Reconciler.TRIES) {
            cycle.leave(fact, why);
        } else {
            refused.add(new Taking(fact, Set.of(), null, String.valueOf(why.getMessage())));
        }
    }

    /** @return whether all deeds that are left were done */
    private boolean apply() {
        List<Deed> deeds = new ArrayList<>();
        List<Taking> doing = new ArrayList<>();
        for (Taking taking : takings) {
            if (taking.deed() != null) {
                deeds.add(taking.deed());
                doing.add(taking);
            }
        }
        try {
            SyncLink[] written = new SyncLink[1];
            cycle.cases.apply(cycle.caseId(), cycle.ours().version(), deeds, made -> {
                Entry entry = entry(doing, made);
                cycle.ledger().save(entry);
                written[0] = entry.link();
            });
            cycle.saved(written[0]);
            return true;
        } catch (CaseSide.Unacceptable no) {
            Taking left = doing.get(no.index());
            takings.remove(left);
            close(left);
            refused.add(left.refusedFor(String.valueOf(no.getMessage())));
            return false;
        }
    }

    private Entry entry(List<Taking> done, List<@Nullable UUID> made) {
        TicketFields now = OurFields.of(cycle.cases.read(cycle.caseId()).orElseThrow());
        Agreed agreed = cycle.link().agreed();
        for (Taking taking : takings) {
            agreed = rested(agreed, taking.fields(), now);
        }
        for (Taking taking : refused) {
            agreed = rested(agreed, taking.fields(), now);
        }
        Entry entry = cycle.entry(cycle.link().with(agreed));
        for (int i = 0; i < done.size(); i++) {
            Fact fact = done.get(i).fact();
            if (fact != null) {
                entry.item(item(fact, made.get(i), SyncItem.Way.TAKEN, null));
            }
        }
        takings.forEach(taking -> lost(entry, taking));
        refused.forEach(taking -> note(entry, taking));
        return entry;
    }

    private Agreed rested(Agreed base, Set<TicketField> fields, TicketFields now) {
        Agreed agreed = base;
        for (TicketField field : fields) {
            agreed = agreed.with(
                    field, now.get(field).orElse(""), theirs().get(field).orElse(""));
        }
        return agreed;
    }

    /** Ours, where theirs was taken in its place. */
    private void lost(Entry entry, Taking taking) {
        taking.fields().stream()
                .filter(field -> merge.of(field) == Merge.Step.TAKE_OVER)
                .forEach(field -> entry.conflict(cycle.conflict(
                        field.name(),
                        OurFields.of(cycle.ours()).get(field).orElse(""),
                        theirs().get(field).orElse(""),
                        null)));
    }

    private void note(Entry entry, Taking taking) {
        Fact fact = taking.fact();
        if (fact instanceof Fact.Said said) {
            entry.conflict(cycle.conflict("MESSAGE", null, said.message().text(), taking.reason()));
        } else if (fact instanceof Fact.Attached attached) {
            entry.conflict(cycle.conflict("FILE", null, attached.file().name(), taking.reason()));
        }
        if (fact != null) {
            entry.item(item(fact, null, SyncItem.Way.NOT_TAKEN, taking.reason()));
        }
        TicketFields own = OurFields.of(cycle.ours());
        taking.fields().stream()
                .filter(field -> !own.get(field).equals(theirs().get(field)))
                .forEach(field -> entry.conflict(cycle.conflict(
                        field.name(),
                        own.get(field).orElse(""),
                        theirs().get(field).orElse(""),
                        taking.reason())));
    }

    private SyncItem item(Fact fact, @Nullable UUID ours, SyncItem.Way way, @Nullable String reason) {
        return new SyncItem(cycle.caseId(), ours, 0, way, fact.remoteId(), fact.print(), reason);
    }

    private TicketFields theirs() {
        return cycle.link().told() == null
                ? TicketFields.none()
                : cycle.link().told().fields();
    }

    private static void close(Taking taking) {
        if (taking.deed() instanceof Deed.Attach attach) {
            attach.content().close();
        }
    }
}
