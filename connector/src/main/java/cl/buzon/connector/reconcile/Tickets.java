package cl.buzon.connector.reconcile;

import cl.buzon.connector.link.Agreed;
import cl.buzon.connector.link.Attempt;
import cl.buzon.connector.link.Entry;
import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.NewTicket;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.desk.MirroredCase;
import cl.buzon.shared.CaseState;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the ticket of a case, or makes it: never without having looked for it just before. */
final class Tickets {

    private static final List<TicketField> MONEY =
            List.of(TicketField.COMPENSATION_STATE, TicketField.COMPENSATION_AMOUNT);

    private Tickets() {}

    static void ensure(Cycle cycle) {
        if (cycle.link().ticket() == null && !find(cycle)) {
            make(cycle);
        }
    }

    /** @return whether there is one */
    static boolean find(Cycle cycle) {
        Attempt before = cycle.link().attempt();
        Optional<Ticket> found = cycle.remote.find(correlation(cycle.ours()));
        if (found.isEmpty()) {
            return false;
        }
        Agreed base = before == null ? Agreed.NOTHING : new Agreed(before.sent(), before.sent());
        cycle.save(cycle.link()); // Whoever has lost the case writes nothing
        // It may have been made without what makes it complete, and refused for that
        Ticket whole = cycle.remote.complete(found.get().id(), wish(cycle));
        cycle.save(cycle.link().with(whole, base).looking(true));
        return true;
    }

    private static void make(Cycle cycle) {
        NewTicket wish = wish(cycle);
        // Both sides agreed on what was sent: what the other side made of it is its own change
        Agreed base = new Agreed(wish.fields(), wish.fields());
        Ticket made;
        try {
            made = cycle.write(Attempt.atTicket(wish.fields(), cycle.now()), () -> cycle.remote.create(wish));
        } catch (RemoteFailure.Refused refused) {
            // It is there, hidden from us or without what makes it ours: whoever forgets it makes another one
            refused.made()
                    .ifPresent(ticket -> cycle.save(
                            cycle.link().with(ticket, without(ticket, base)).looking(true)));
            throw refused;
        }
        cycle.heardNow();
        Entry entry = cycle.entry(cycle.link().with(made, base));
        // Who gets a new case, and whether that opens it, is for the other side to say
        Kept.compare(cycle, entry, wish.fields(), made, EnumSet.of(TicketField.EXECUTIVE, TicketField.STATE));
        cycle.save(entry);
    }

    /** What such a ticket has left empty nobody there has decided: it is still to be told. */
    private static Agreed without(Ticket made, Agreed base) {
        Agreed agreed = base;
        for (TicketField field : MONEY) {
            String told = made.fields().get(field).orElse(null);
            if (told != null && Kept.isNothing(told)) {
                agreed = agreed.with(field, told, told);
            }
        }
        return agreed;
    }

    static Correlation correlation(MirroredCase ours) {
        return new Correlation(ours.id(), ours.number(), ours.trackingNumber(), ours.subject());
    }

    static NewTicket wish(Cycle cycle) {
        MirroredCase ours = cycle.ours();
        return new NewTicket(
                correlation(ours),
                ours.category(),
                ours.trackingNumber(),
                ours.subject(),
                ours.description(),
                new NewTicket.Customer(
                        ours.customer().email(),
                        ours.customer().name(),
                        ours.customer().company()),
                fields(cycle));
    }

    /** Every ticket begins as new: one that has been closed takes no comments, and may want a solution first. */
    private static TicketFields fields(Cycle cycle) {
        Map<TicketField, String> kept = new EnumMap<>(TicketField.class);
        OurFields.of(cycle.ours()).values().forEach((field, value) -> {
            if (cycle.remote.capabilities().fields().contains(field)) {
                kept.put(field, value);
            }
        });
        kept.replace(TicketField.STATE, CaseState.NEW.name());
        return new TicketFields(kept);
    }
}
