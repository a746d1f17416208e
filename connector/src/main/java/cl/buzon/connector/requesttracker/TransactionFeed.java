package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.Watermark;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has changed over there, by the transactions of the queue: one call when nothing has, one more for all tickets that
 * have, and two for all that was said and shown on them. Only such transactions are asked for as may concern a customer.
 */
final class TransactionFeed {

    private static final Logger LOG = System.getLogger(TransactionFeed.class.getName());

    /** Tickets in one query, which must not become too long for an address. */
    private static final int CHUNK = 50;

    private static final List<String> TYPES =
            List.of("Create", "Correspond", "Status", "Set", "SetWatcher", "CustomField");

    private final Rest rest;
    private final RequestTrackerSettings settings;
    private final TicketTable tickets;
    private final TicketRecords records;
    private final Conversations conversations;
    private final Clock clock;

    TransactionFeed(
            Rest rest,
            RequestTrackerSettings settings,
            TicketTable tickets,
            TicketRecords records,
            Conversations conversations,
            Clock clock) {
        this.rest = rest;
        this.settings = settings;
        this.tickets = tickets;
        this.records = records;
        this.conversations = conversations;
        this.clock = clock;
    }

    Changes since(Watermark watermark) {
        if (!watermark.isStart()) {
            try {
                return since(FeedPosition.parse(watermark.value()));
            } catch (IllegalArgumentException foreign) {
                // Whatever another system has left there is of no use to us
                LOG.log(Level.WARNING, "Changes are heard from now on: {0}", foreign.getMessage());
            }
        }
        long now = page("poll.start", 0, "DESC", 1).stream()
                .mapToLong(Item::id)
                .max()
                .orElse(0);
        return changes(
                new Told(List.of(), new Conversations.Said(List.of(), List.of())), FeedPosition.startingAt(now), false);
    }

    private Changes since(FeedPosition at) {
        List<Item> page = page("poll.changes", at.from(), "ASC", Rest.PAGE);
        boolean more = page.size() == Rest.PAGE;
        List<Item> news = page.stream().filter(one -> !at.isTold(one.id())).toList();
        Told told = told("poll", news);
        Instant settled = rest.clock().now().orElseGet(clock::instant).minus(settings.overlap());
        long oldest = page.stream()
                .filter(one -> one.time("Created").orElse(Instant.MAX).isBefore(settled))
                .mapToLong(Item::id)
                .max()
                .orElse(0);
        return changes(told, at.reading(page.stream().map(Item::id).toList(), oldest, more), more);
    }

    private static Changes changes(Told told, FeedPosition next, boolean more) {
        return new Changes(
                told.tickets(), told.said().messages(), told.said().files(), new Watermark(next.toString()), more);
    }

    /** All that some tickets hold, of whatever time. */
    Changes survey(List<TicketId> known) {
        List<Told> all = new ArrayList<>();
        for (int from = 0; from < known.size(); from += CHUNK) {
            List<TicketId> some = known.subList(from, Math.min(known.size(), from + CHUNK));
            some.forEach(TicketTable::path);
            all.add(told("sweep", conversations.transactions("sweep", some, TYPES)));
        }
        return new Changes(
                all.stream().flatMap(one -> one.tickets().stream()).toList(),
                all.stream().flatMap(one -> one.said().messages().stream()).toList(),
                all.stream().flatMap(one -> one.said().files().stream()).toList(),
                Watermark.START,
                false);
    }

    private record Told(List<Ticket> tickets, Conversations.Said said) {}

    /** What some transactions, the tickets on which they happened read after them, amount to. */
    private Told told(String name, List<Item> transactions) {
        Map<Long, Long> revisions = new LinkedHashMap<>();
        transactions.stream()
                .filter(one -> one.text("ObjectType").equals("RT::Ticket"))
                .forEach(one -> revisions.merge(one.number("ObjectId"), one.id(), Math::max));
        List<Item> found = new ArrayList<>();
        List<Long> numbers = List.copyOf(revisions.keySet());
        for (int from = 0; from < numbers.size(); from += CHUNK) {
            found.addAll(
                    tickets.list(name + ".tickets", numbers.subList(from, Math.min(numbers.size(), from + CHUNK))));
        }
        List<Item> ours = found.stream().filter(records::isNumbered).toList();
        Set<Long> open = ours.stream().map(Item::id).collect(Collectors.toSet());
        List<Item> theirs = transactions.stream()
                .filter(one -> open.contains(one.number("ObjectId")))
                .toList();
        return new Told(
                ours.stream()
                        .map(record -> records.ticket(record, revisions.getOrDefault(record.id(), 0L), null))
                        .toList(),
                conversations.said(name + ".messages", theirs, true));
    }

    private List<Item> page(String name, long after, String order, int limit) {
        Map<String, String> parameters = new LinkedHashMap<>(Conversations.columns());
        String changes = Stream.of(
                        Sql.is("ObjectType", "RT::Ticket"),
                        Sql.is("TicketQueue", settings.queue()),
                        Sql.any("Type", TYPES),
                        "id > " + after)
                .collect(Collectors.joining(" AND "));
        parameters.put("query", changes);
        parameters.put("orderby", "id");
        parameters.put("order", order);
        parameters.put("per_page", "" + limit);
        return rest.list(name, "/transactions", parameters);
    }
}
