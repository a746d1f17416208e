package cl.buzon.connector.reconcile;

import cl.buzon.connector.link.Agreed;
import cl.buzon.connector.link.Attempt;
import cl.buzon.connector.link.Entry;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import java.util.EnumSet;
import java.util.List;

/** Tells the other side what was decided here, having looked whether it has decided otherwise meanwhile. */
final class Fields {

    private Fields() {}

    /** @return whether anything was asked or told, so that there may be something new to take */
    static boolean push(Cycle cycle) {
        Merge merge = cycle.merge();
        rest(cycle, merge);
        if (merge.all(Merge.Step.PUSH).isEmpty()) {
            return false;
        }
        if (!cycle.isFresh()) {
            Ticket now = cycle.remote.read(cycle.ticket());
            cycle.heardNow();
            cycle.save(cycle.link().hears(now));
            return true;
        }
        update(cycle, merge);
        return true;
    }

    /** What needs no call: what both hold already, and what cannot be understood. */
    private static void rest(Cycle cycle, Merge merge) {
        TicketFields ours = OurFields.of(cycle.ours());
        TicketFields theirs = cycle.link().told() == null
                ? TicketFields.none()
                : cycle.link().told().fields();
        Agreed agreed = cycle.link().agreed();
        Entry entry = null;
        for (TicketField field : merge.all(Merge.Step.AGREE, Merge.Step.UNKNOWN)) {
            agreed = agreed.with(
                    field, ours.get(field).orElse(""), theirs.get(field).orElse(""));
            entry = cycle.entry(cycle.link().with(agreed));
        }
        if (entry != null) {
            for (TicketField field : merge.all(Merge.Step.UNKNOWN)) {
                entry.conflict(cycle.conflict(
                        field.name(),
                        ours.get(field).orElse(""),
                        theirs.get(field).orElse(""),
                        "UNKNOWN_VALUE"));
            }
            cycle.save(entry);
        }
    }

    private static void update(Cycle cycle, Merge merge) {
        TicketFields ours = OurFields.of(cycle.ours());
        TicketFields wish = TicketFields.none();
        Agreed agreed = cycle.link().agreed();
        for (TicketField field : merge.all(Merge.Step.PUSH)) {
            String value = ours.get(field).orElse("");
            wish = wish.with(field, value);
            agreed = agreed.with(field, value, cycle.remote.capabilities().seen(field, value));
        }
        TicketFields sent = wish;
        Ticket answer =
                cycle.write(Attempt.atFields(sent, cycle.now()), () -> cycle.remote.update(cycle.ticket(), sent));
        cycle.heardNow();
        Entry entry = cycle.entry(
                cycle.link().hears(answer).with((Attempt) null).with(withSolution(agreed, sent, ours, answer)));
        Kept.compare(cycle, entry, sent, answer, EnumSet.of(TicketField.EXECUTIVE));
        cycle.save(entry);
    }

    /** A state may need a solution over there, with which the adapter helps out: that is no news to us. */
    private static Agreed withSolution(Agreed agreed, TicketFields wish, TicketFields ours, Ticket answer) {
        Agreed all = agreed;
        if (wish.get(TicketField.STATE).isPresent()) {
            for (TicketField field : List.of(TicketField.RESOLUTION_CODE, TicketField.RESOLUTION_NOTES)) {
                if (wish.get(field).isEmpty() && answer.fields().get(field).isPresent()) {
                    all = all.with(
                            field,
                            ours.get(field).orElse(""),
                            answer.fields().get(field).get());
                }
            }
        }
        return all;
    }
}
