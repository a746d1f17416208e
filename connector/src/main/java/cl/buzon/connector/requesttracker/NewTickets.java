package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.NewTicket;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Makes tickets that can be found again. Once one is made, nothing that goes wrong says that there is none: whoever believed
 * that would make another.
 */
final class NewTickets {

    private final Rest rest;
    private final RequestTrackerSettings settings;
    private final TicketTable tickets;
    private final TicketRecords records;
    private final People people;

    NewTickets(Rest rest, RequestTrackerSettings settings, TicketTable tickets, TicketRecords records, People people) {
        this.rest = rest;
        this.settings = settings;
        this.tickets = tickets;
        this.records = records;
        this.people = people;
    }

    Ticket create(NewTicket wish) {
        JsonObject body = records.fresh(wish);
        TicketId made = new TicketId(Long.toString(rest.make("case.create", "/ticket", body)));
        Rest.Read read = seen(made, wish, body);
        people.made(read.record().of("Creator").text("id"));
        read.record().time("Created").ifPresent(rest.clock()::madeNow);
        String number = settings.fields().caseNumber();
        if (!read.record()
                .custom(number)
                .equals(Optional.of(body.getJsonObject("CustomFields").getString(number)))) {
            return withoutNumber(made, read, wish, body);
        }
        judge(wish, read.record(), body);
        return tickets.ticket(read, wish.correlation().id());
    }

    /** What was made and moved at once to where we see nothing is still the case's ticket. */
    private Rest.Read seen(TicketId made, NewTicket wish, JsonObject body) {
        try {
            return tickets.readAfter(made);
        } catch (RemoteFailure.Gone | RemoteFailure.Refused hidden) {
            throw new RemoteFailure.Refused(
                            "Ticket " + made + " was made and is hidden from us: a scrip may have moved it to a queue"
                                    + " that we do not see, or ShowTicket is missing (" + hidden.getMessage() + ")",
                            "POST /ticket " + rest.told(body),
                            "201, ticket " + made)
                    .having(new Ticket(
                            made,
                            made.value(),
                            wish.correlation().id(),
                            new Stamp(0, Instant.EPOCH),
                            TicketFields.none()));
        }
    }

    /**
     * A number that must be unique is left out of the second ticket: then that one is the first one's. Else the case keeps this
     * one, for which a person has to see to the field: another one would lack its number as well.
     */
    private Ticket withoutNumber(TicketId made, Rest.Read read, NewTicket wish, JsonObject body) {
        Ticket kept = tickets.ticket(read, wish.correlation().id());
        Optional<TicketId> older;
        try {
            older = tickets.oldest(wish.correlation()).filter(other -> !other.equals(made));
        } catch (RemoteFailure silent) {
            throw lost(
                            settings.fields().caseNumber(),
                            made,
                            body,
                            "; nobody could be asked for an older ticket of the case: " + silent.getMessage())
                    .having(kept);
        }
        if (older.isEmpty()) {
            throw lost(settings.fields().caseNumber(), made, body, "").having(kept);
        }
        merge(made, older.get(), body);
        return tickets.ticket(tickets.readAfter(older.get()), wish.correlation().id());
    }

    /** Whatever it says to that, the ticket is looked at: then it tells itself as the other one. */
    private void merge(TicketId made, TicketId older, JsonObject body) {
        long now;
        try {
            rest.change(
                    "case.merge",
                    TicketTable.path(made),
                    Json.createObjectBuilder()
                            .add("MergeInto", Long.parseLong(older.value()))
                            .build());
            now = rest.read("case.read", TicketTable.path(made), Map.of())
                    .record()
                    .id();
        } catch (RemoteFailure open) {
            throw leftOver(made, "whether it was merged into " + older + " is unknown: " + open.getMessage(), body);
        }
        if (now != Long.parseLong(older.value())) {
            throw leftOver(made, "it could not be merged into " + older, body);
        }
    }

    /** Only a person can tidy it away; tried again it would only become one more. */
    private static RemoteFailure.Refused leftOver(TicketId made, String why, JsonObject body) {
        return new RemoteFailure.Refused(
                "Ticket " + made + " was made without our number and is still open there; close it by hand: " + why,
                "POST /ticket, " + body.keySet(),
                "201, ticket " + made);
    }

    Ticket complete(TicketId ticket, NewTicket wish) {
        Rest.Read before = tickets.read(ticket);
        JsonObjectBuilder lacking = Json.createObjectBuilder();
        records.identity(wish).build().forEach((field, value) -> {
            if (before.record().custom(field).orElse("").isEmpty()) {
                lacking.add(field, value);
            }
        });
        JsonObject customs = lacking.build();
        if (customs.isEmpty()) {
            return tickets.ticket(before, wish.correlation().id());
        }
        JsonObject body =
                Json.createObjectBuilder().add("CustomFields", customs).build();
        Rest.Read after = tickets.change(ticket, body);
        judge(wish, after.record(), body);
        return tickets.ticket(after, wish.correlation().id());
    }

    private void judge(NewTicket wish, Item record, JsonObject body) {
        records.identity(wish).build().forEach((field, value) -> {
            if (record.custom(field).orElse("").isEmpty()) {
                throw lost(field, new TicketId(Long.toString(record.id())), body, "");
            }
        });
    }

    private RemoteFailure.Refused lost(String field, TicketId ticket, JsonObject body, String more) {
        return new RemoteFailure.Refused(
                "The custom field \"" + field + "\" of the queue " + settings.queue()
                        + " did not take its value: it does"
                        + " not exist there, does not allow it, or is hidden from us" + more,
                "POST /ticket " + rest.told(body),
                "201, ticket " + ticket + " without it");
    }
}
