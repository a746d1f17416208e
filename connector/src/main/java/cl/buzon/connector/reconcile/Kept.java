package cl.buzon.connector.reconcile;

import cl.buzon.connector.link.Entry;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.shared.CompensationState;
import java.util.Map;
import java.util.Set;

/** Compares what was sent with what the other side says it has kept: what it cut, changed or left out is written down. */
final class Kept {

    private static final Set<String> NOTHING = Set.of("", CompensationState.NOT_REQUESTED.name());

    private Kept() {}

    static boolean isNothing(String value) {
        return NOTHING.contains(value);
    }

    /** @param theirs the fields that the other side may fill in as it likes */
    static void compare(Cycle cycle, Entry entry, TicketFields sent, Ticket answer, Set<TicketField> theirs) {
        for (Map.Entry<TicketField, String> one : sent.values().entrySet()) {
            TicketField field = one.getKey();
            String wanted = one.getValue();
            if (theirs.contains(field) || NOTHING.contains(wanted)) {
                continue;
            }
            String told = answer.fields().get(field).orElse(null);
            if (told == null) {
                entry.conflict(cycle.conflict(field.name(), wanted, null, "NOT_KEPT"));
            } else if (!bare(told).equals(bare(cycle.remote.capabilities().seen(field, wanted)))) {
                entry.conflict(cycle.conflict(field.name(), wanted, told, "CHANGED_THERE"));
            }
        }
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
