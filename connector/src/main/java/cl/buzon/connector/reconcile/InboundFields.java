package cl.buzon.connector.reconcile;

import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What deeds the fields mean that are to be taken from the other side. */
final class InboundFields {

    private static final Set<TicketField> SOLUTION =
            EnumSet.of(TicketField.RESOLUTION_CODE, TicketField.RESOLUTION_NOTES);

    private static final Set<TicketField> MONEY =
            EnumSet.of(TicketField.COMPENSATION_STATE, TicketField.COMPENSATION_AMOUNT);

    private final Merge merge;
    private final TicketFields ours;
    private final TicketFields theirs;
    private final Set<TicketField> taken;

    /** Fields, and the deed that they mean; none when nothing can be done here. */
    record Change(Set<TicketField> fields, @Nullable Deed deed) {}

    private InboundFields(Merge merge, TicketFields ours, TicketFields theirs) {
        this.merge = merge;
        this.ours = ours;
        this.theirs = theirs;
        this.taken = merge.all(Merge.Step.TAKE, Merge.Step.TAKE_OVER);
    }

    static List<Change> of(Merge merge, TicketFields ours, TicketFields theirs) {
        InboundFields all = new InboundFields(merge, ours, theirs);
        List<Change> changes = new ArrayList<>();
        all.executive().ifPresent(changes::add);
        all.money().ifPresent(changes::add);
        all.state().ifPresent(changes::add);
        return changes;
    }

    private Optional<Change> executive() {
        if (!taken.contains(TicketField.EXECUTIVE)) {
            return Optional.empty();
        }
        String email = theirs.get(TicketField.EXECUTIVE).orElse("");
        // Nobody there: here somebody goes on looking after the case
        Deed deed = email.isEmpty() ? null : new Deed.Assign(email);
        return Optional.of(new Change(EnumSet.of(TicketField.EXECUTIVE), deed));
    }

    private Optional<Change> money() {
        Set<TicketField> fields = among(MONEY);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        CompensationState state = CompensationState.valueOf(theirs.get(TicketField.COMPENSATION_STATE)
                .filter(value -> !TicketFields.isUnmapped(value))
                .orElseGet(() -> ours.get(TicketField.COMPENSATION_STATE).orElseThrow()));
        Long amount = theirs.get(TicketField.COMPENSATION_AMOUNT)
                .filter(value -> !value.isEmpty() && !TicketFields.isUnmapped(value))
                .map(Long::valueOf)
                .orElse(null);
        return Optional.of(new Change(fields, new Deed.Compensate(state, amount)));
    }

    private Optional<Change> state() {
        Set<TicketField> fields = among(SOLUTION);
        String own = ours.get(TicketField.STATE).orElseThrow();
        String to = own;
        if (taken.contains(TicketField.STATE)) {
            fields.add(TicketField.STATE);
            to = theirs.get(TicketField.STATE).orElse(own);
        }
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        boolean overruling = merge.of(TicketField.STATE) == Merge.Step.TAKE_OVER;
        return Optional.of(new Change(
                fields,
                new Deed.Follow(
                        CaseState.valueOf(to),
                        overruling,
                        said(TicketField.RESOLUTION_CODE),
                        said(TicketField.RESOLUTION_NOTES))));
    }

    private @Nullable String said(TicketField field) {
        return taken.contains(field) ? theirs.get(field).orElse("") : null;
    }

    private Set<TicketField> among(Set<TicketField> some) {
        Set<TicketField> fields = EnumSet.noneOf(TicketField.class);
        some.stream().filter(taken::contains).forEach(fields::add);
        return fields;
    }
}
