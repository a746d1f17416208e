package cl.buzon.connector.reconcile;

import cl.buzon.connector.link.Agreed;
import cl.buzon.connector.link.Fact;
import cl.buzon.connector.link.Ledger;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.desk.MirroredCase;
import cl.buzon.desk.MirroredEntry;
import cl.buzon.desk.SyncStep;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a cycle would do with a case now: it reads both sides, and writes to neither. */
public final class Plan {

    private static final int LOOK = 200;

    private final CaseSide cases;
    private final Ledger ledger;
    private final TicketingSystem remote;

    public Plan(CaseSide cases, Ledger ledger, TicketingSystem remote) {
        this.cases = cases;
        this.ledger = ledger;
        this.remote = remote;
    }

    /**
     * Of a case that exists.
     *
     * @throws cl.buzon.connector.spi.RemoteFailure when the other side does not answer as it should
     */
    public List<SyncStep> of(CaseId caseId) {
        MirroredCase ours = cases.read(caseId).orElseThrow();
        SyncLink link = ledger.find(caseId).orElseGet(() -> SyncLink.none(caseId));
        Optional<Ticket> ticket = link.ticket() == null
                ? remote.find(Tickets.correlation(ours))
                : Optional.of(remote.read(link.ticket().of(ours.number().value())));
        List<SyncStep> steps = new ArrayList<>();
        if (ticket.isEmpty()) {
            steps.add(new SyncStep(SyncStep.Kind.CREATE_TICKET, ours.number().value(), ours.subject()));
        } else {
            steps.addAll(fields(ours, link.agreed(), ticket.get().fields()));
        }
        steps.addAll(taken(caseId));
        steps.addAll(sent(ours, link.progress().position()));
        return steps;
    }

    private List<SyncStep> fields(MirroredCase now, Agreed agreed, TicketFields theirs) {
        TicketFields ours = OurFields.of(now);
        Merge merge = new Merge(agreed, ours, theirs, remote.capabilities());
        List<SyncStep> steps = new ArrayList<>();
        for (TicketField field : TicketField.values()) {
            String own = ours.get(field).orElse("");
            String told = theirs.get(field).orElse("");
            switch (merge.of(field)) {
                case PUSH -> steps.add(new SyncStep(SyncStep.Kind.CHANGE_THERE, field.name(), own));
                case TAKE -> steps.add(new SyncStep(SyncStep.Kind.CHANGE_HERE, field.name(), told));
                case TAKE_OVER, UNKNOWN ->
                    steps.add(new SyncStep(SyncStep.Kind.CONFLICT, field.name(), own + " / " + told));
                case AGREE, REST -> steps.add(new SyncStep(SyncStep.Kind.SKIP, field.name(), own));
            }
        }
        return steps;
    }

    private List<SyncStep> taken(CaseId caseId) {
        return ledger.facts(caseId, false, LOOK).stream()
                .map(fact -> fact instanceof Fact.Said said
                        ? new SyncStep(
                                SyncStep.Kind.TAKE_MESSAGE,
                                fact.author().name(),
                                said.message().text())
                        : new SyncStep(
                                SyncStep.Kind.TAKE_FILE,
                                ((Fact.Attached) fact).file().name(),
                                ""))
                .toList();
    }

    private List<SyncStep> sent(MirroredCase ours, int reached) {
        List<SyncStep> steps = new ArrayList<>();
        for (int looked = Math.max(0, reached); looked < ours.entries(); looked += LOOK) {
            cases.entries(ours.id(), looked, LOOK).stream()
                    .filter(entry -> entry.origin() != Origin.SYNC)
                    .map(Plan::sent)
                    .forEach(steps::add);
        }
        return steps;
    }

    private static SyncStep sent(MirroredEntry entry) {
        return entry.text() != null
                ? new SyncStep(SyncStep.Kind.SEND_MESSAGE, entry.author(), entry.text())
                : new SyncStep(
                        SyncStep.Kind.SEND_FILE,
                        Objects.requireNonNull(entry.file()).name(),
                        "");
    }
}
