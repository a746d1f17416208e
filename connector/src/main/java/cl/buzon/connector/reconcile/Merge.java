package cl.buzon.connector.reconcile;

import cl.buzon.connector.link.Agreed;
import cl.buzon.connector.spi.Capabilities;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be done about each field so that both sides agree again, by comparing what each holds with what it held when
 * they last agreed. What only one side has changed goes to the other; what both have changed is the back office's to say,
 * for all of these fields are its own, and our value is kept as a conflict. What goes together is judged together.
 */
final class Merge {

    /** What is to be done about a field. */
    enum Step {
        REST,
        /** Both hold the same without having said so before. */
        AGREE,
        PUSH,
        TAKE,
        /** Theirs is taken, and ours is lost by it. */
        TAKE_OVER,
        /** Theirs is a value that nothing here translates. */
        UNKNOWN
    }

    private static final List<Set<TicketField>> TOGETHER = List.of(
            EnumSet.of(TicketField.STATE),
            EnumSet.of(TicketField.EXECUTIVE),
            EnumSet.of(TicketField.COMPENSATION_STATE, TicketField.COMPENSATION_AMOUNT),
            EnumSet.of(TicketField.RESOLUTION_CODE, TicketField.RESOLUTION_NOTES));

    private final Agreed base;
    private final TicketFields ours;
    private final TicketFields theirs;
    private final Capabilities can;
    private final Map<TicketField, Step> steps = new EnumMap<>(TicketField.class);

    /**
     * @param theirs what is missing is unknown, and taken for unchanged
     * @param can which fields the other side keeps at all, and as what
     */
    Merge(Agreed base, TicketFields ours, TicketFields theirs, Capabilities can) {
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
        this.can = can;
        for (TicketField field : can.fields()) {
            steps.put(field, step(field));
        }
        TOGETHER.forEach(this::judgeTogether);
    }

    Step of(TicketField field) {
        return steps.getOrDefault(field, Step.REST);
    }

    Set<TicketField> all(Step... wanted) {
        Set<Step> steps = EnumSet.copyOf(List.of(wanted));
        Set<TicketField> found = EnumSet.noneOf(TicketField.class);
        this.steps.forEach((field, step) -> {
            if (steps.contains(step)) {
                found.add(field);
            }
        });
        return found;
    }

    private Step step(TicketField field) {
        String own = ours.get(field).orElse("");
        Optional<String> told = theirs.get(field);
        boolean oursChanged = !base.ours().get(field).equals(Optional.of(own));
        boolean theirsChanged = told.isPresent() && !base.theirs().get(field).equals(told);
        if (theirsChanged) {
            return theirsChanged(field, own, told.get(), oursChanged);
        }
        if (!oursChanged) {
            return Step.REST;
        }
        return told.equals(Optional.of(can.seen(field, own))) ? Step.AGREE : pushed(field);
    }

    private Step theirsChanged(TicketField field, String own, String told, boolean oursChanged) {
        if (told.equals(can.seen(field, own))) {
            return Step.AGREE;
        }
        if (TicketFields.isUnmapped(told)) {
            return Step.UNKNOWN;
        }
        boolean neverAgreed = base.ours().get(field).isEmpty();
        return oursChanged && !neverAgreed ? Step.TAKE_OVER : Step.TAKE;
    }

    /** Who has the case is ours to say only until the other side has said it. */
    private Step pushed(TicketField field) {
        boolean theirsToSay = field == TicketField.EXECUTIVE
                && !base.theirs().get(field).orElse("").isEmpty();
        return theirsToSay ? Step.AGREE : Step.PUSH;
    }

    private void judgeTogether(Set<TicketField> fields) {
        boolean taken = fields.stream().map(this::of).anyMatch(step -> step == Step.TAKE || step == Step.TAKE_OVER);
        if (taken) {
            fields.stream()
                    .filter(field -> of(field) == Step.PUSH && theirs.get(field).isPresent())
                    .forEach(field -> steps.put(field, Step.TAKE_OVER));
        }
    }
}
