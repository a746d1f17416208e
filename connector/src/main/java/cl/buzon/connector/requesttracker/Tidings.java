package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What transactions amount to: their tickets as they are after them, and all that was said and shown. */
final class Tidings {

    private static final Logger LOG = System.getLogger(Tidings.class.getName());

    /** Tickets in one query, which must not become too long for an address. */
    private static final int CHUNK = 50;

    private final TicketTable tickets;
    private final TicketRecords records;
    private final Conversations conversations;

    Tidings(TicketTable tickets, TicketRecords records, Conversations conversations) {
        this.tickets = tickets;
        this.records = records;
        this.conversations = conversations;
    }

    /**
     * @param missed tickets that were named and are not there, hidden from us, or not to be read to the end; or that do not tell
     *     whose they are
     */
    record Told(List<Ticket> tickets, Conversations.Said said, Set<TicketId> missed) {
        static Told nothing() {
            return new Told(List.of(), Conversations.Said.nothing(), Set.of());
        }
    }

    /** Of those tickets that carry a number as ours do. */
    Told of(String name, List<Item> transactions) {
        return of(name, transactions, true);
    }

    /** All that happened on some tickets, in parts; what is no number of a ticket is no ticket. */
    List<Told> all(String name, List<TicketId> known, Concerns concerns) {
        List<Told> all = new ArrayList<>();
        for (List<TicketId> some :
                chunks(known.stream().filter(TicketTable::isNumber).toList())) {
            List<Item> transactions = new ArrayList<>(conversations.transactions(name, some, concerns.seen()));
            concerns.fields().ifPresent(which -> transactions.addAll(conversations.transactions(name, some, which)));
            all.add(of(name, transactions, false));
        }
        return all;
    }

    /** @param numbered whether those without a number, or of which it is hidden, are nobody's */
    private Told of(String name, List<Item> transactions, boolean numbered) {
        Map<Long, Long> revisions = new LinkedHashMap<>();
        transactions.stream()
                .filter(one -> one.text("ObjectType").equals("RT::Ticket"))
                .forEach(one -> revisions.merge(one.number("ObjectId"), one.id(), Math::max));
        List<Item> found = new ArrayList<>();
        for (List<Long> some : chunks(List.copyOf(revisions.keySet()))) {
            found.addAll(tickets.list(name + ".tickets", some));
        }
        Set<TicketId> missed = revisions.keySet().stream()
                .map(number -> new TicketId(Long.toString(number)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, TicketId> ours = found.stream()
                .filter(record -> !numbered || records.isNumbered(record))
                .map(records::id)
                .collect(Collectors.toMap(TicketId::value, Function.identity(), (one, other) -> one));
        missed.removeAll(ours.values());
        if (numbered) {
            Cuts.alone(transactions).forEach(ticket -> missed.add(new TicketId(ticket)));
        }
        List<Item> theirs = transactions.stream()
                .filter(one -> ours.containsKey(one.text("ObjectId")))
                .toList();
        return new Told(
                found.stream()
                        .filter(record -> ours.containsKey(Long.toString(record.id())))
                        .map(record -> records.ticket(record, revisions.getOrDefault(record.id(), 0L), null))
                        .toList(),
                said(name, theirs, ours, missed),
                missed);
    }

    /**
     * What was said on some tickets. An answer that cannot be read must not make us deaf for all: each of them is then one
     * that is missed, for whoever has it to look at alone.
     *
     * @throws RemoteFailure when it is not the answer, but nobody answers at all
     */
    private Conversations.Said said(String name, List<Item> theirs, Map<String, TicketId> ours, Set<TicketId> missed) {
        try {
            return conversations.said(
                    name + ".messages", theirs, true, ticket -> ours.getOrDefault(ticket, new TicketId(ticket)));
        } catch (RemoteFailure.Unreachable unreadable) {
            tickets.list(
                    name + ".tickets",
                    ours.values().stream()
                            .map(ticket -> Long.parseLong(ticket.value()))
                            .limit(1)
                            .toList());
            LOG.log(
                    Level.WARNING,
                    "What was said on {0} could not be read, and each is looked at alone: {1}",
                    ours.keySet(),
                    unreadable.getMessage());
            missed.addAll(ours.values());
            return Conversations.Said.nothing();
        }
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }
}
