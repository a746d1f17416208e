package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.NewTicket;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseState;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tickets: found, made and changed, and read back after each write, since Request Tracker says that all is well when it
 * has left out what it did not like.
 */
final class TicketTable {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final Rest rest;
    private final RequestTrackerSettings settings;
    private final TicketRecords records;
    private final People people;
    private final Glances glances;

    TicketTable(Rest rest, RequestTrackerSettings settings, TicketRecords records, People people, Glances glances) {
        this.rest = rest;
        this.settings = settings;
        this.records = records;
        this.people = people;
        this.glances = glances;
    }

    /** The oldest that is ours: whoever made a second one had not seen it. */
    Optional<Ticket> find(Correlation ours) {
        return oldest(ours).map(id -> ticket(read(id), ours.id()));
    }

    private Optional<TicketId> oldest(Correlation ours) {
        Map<String, String> parameters = new LinkedHashMap<>(TicketRecords.columns());
        parameters.put(
                "query",
                Sql.is("Queue", settings.queue()) + " AND "
                        + Sql.custom(
                                settings.fields().caseNumber(), ours.number().value()));
        parameters.put("orderby", "id");
        parameters.put("per_page", "" + Rest.PAGE);
        return rest.list("case.find", "/tickets", parameters).stream()
                .filter(record -> records.isOf(record, ours))
                .mapToLong(Item::id)
                .min()
                .stream()
                .mapToObj(id -> new TicketId(Long.toString(id)))
                .findFirst();
    }

    /** @throws RemoteFailure.Gone also when it was deleted, or is a part of another one by now */
    Rest.Read read(TicketId ticket) {
        Rest.Read read;
        try {
            read = rest.read("case.read", path(ticket), Map.of("fields[Owner]", People.COLUMNS));
        } catch (RemoteFailure.Refused hidden) {
            glances.forget(ticket);
            throw new RemoteFailure.Gone("Ticket " + ticket + " is hidden from us: " + hidden.answer());
        } catch (RemoteFailure.Gone gone) {
            glances.forget(ticket);
            throw gone;
        }
        long id = read.record().id();
        if (TicketRecords.isDeleted(read.record()) || id != Long.parseLong(ticket.value())) {
            glances.forget(ticket);
            throw new RemoteFailure.Gone("Ticket " + ticket
                    + (id == 0 || TicketRecords.isDeleted(read.record()) ? " is deleted" : " was merged into " + id));
        }
        glances.at(ticket, read);
        return read;
    }

    Ticket ticket(Rest.Read read, @Nullable CaseId ours) {
        return records.ticket(read.record(), read.revision(), ours);
    }

    Ticket create(NewTicket wish) {
        JsonObject body = records.fresh(wish);
        TicketId made = new TicketId(Long.toString(rest.make("case.create", "/ticket", body)));
        Rest.Read read = readAfter(made);
        people.made(read.record().of("Creator").text("id"));
        String number = settings.fields().caseNumber();
        if (!read.record()
                .custom(number)
                .equals(Optional.of(body.getJsonObject("CustomFields").getString(number)))) {
            return withoutNumber(made, wish, body);
        }
        judge(wish, read.record(), body);
        return ticket(read, wish.correlation().id());
    }

    /** A number that must be unique is left out of the second ticket: then that one is the first one's. */
    private Ticket withoutNumber(TicketId made, NewTicket wish, JsonObject body) {
        Optional<TicketId> older = oldest(wish.correlation()).filter(other -> !other.equals(made));
        if (older.isPresent()) {
            rest.change(
                    "case.merge",
                    path(made),
                    Json.createObjectBuilder()
                            .add("MergeInto", Long.parseLong(older.get().value()))
                            .build());
            glances.forget(made);
            return ticket(readAfter(older.get()), wish.correlation().id());
        }
        rest.change(
                "case.withdraw",
                path(made),
                Json.createObjectBuilder()
                        .add("Status", settings.status(CaseState.CANCELLED.name()))
                        .build());
        throw lost(settings.fields().caseNumber(), made, body);
    }

    Ticket complete(TicketId ticket, NewTicket wish) {
        Rest.Read before = read(ticket);
        JsonObjectBuilder lacking = Json.createObjectBuilder();
        records.identity(wish).build().forEach((field, value) -> {
            if (before.record().custom(field).orElse("").isEmpty()) {
                lacking.add(field, value);
            }
        });
        JsonObject customs = lacking.build();
        if (customs.isEmpty()) {
            return ticket(before, wish.correlation().id());
        }
        JsonObject body =
                Json.createObjectBuilder().add("CustomFields", customs).build();
        permitted(body, rest.change("case.change", path(ticket), body), ticket);
        Rest.Read after = readAfter(ticket);
        judge(wish, after.record(), body);
        return ticket(after, wish.correlation().id());
    }

    /** What it did not take is seen by whoever compares the answer with the wish. */
    Ticket update(TicketId ticket, TicketFields changes) {
        JsonObject body = records.changed(changes);
        if (body.isEmpty()) {
            return ticket(read(ticket), null);
        }
        permitted(body, rest.change("case.change", path(ticket), body), ticket);
        return ticket(readAfter(ticket), null);
    }

    /** Nobody has denied the write, so a read that fails after it says nothing about that. */
    private Rest.Read readAfter(TicketId ticket) {
        try {
            return read(ticket);
        } catch (RemoteFailure.Unreachable | RemoteFailure.Throttled | RemoteFailure.Unauthorized silent) {
            throw new RemoteFailure.OutcomeUnknown(
                    "Ticket " + ticket + " was written and could not be read back: " + silent.getMessage(),
                    false,
                    silent);
        }
    }

    private static void permitted(JsonObject body, String words, TicketId ticket) {
        if (words.contains("Permission Denied")) {
            throw new RemoteFailure.Refused(
                    "We may not change ticket " + ticket + " (ModifyTicket, ReassignTicket, ModifyCustomField)",
                    "PUT " + path(ticket) + " " + Redaction.of(body),
                    "200 " + words);
        }
    }

    private void judge(NewTicket wish, Item record, JsonObject body) {
        records.identity(wish).build().forEach((field, value) -> {
            if (record.custom(field).orElse("").isEmpty()) {
                throw lost(field, new TicketId(Long.toString(record.id())), body);
            }
        });
    }

    private RemoteFailure.Refused lost(String field, TicketId ticket, JsonObject body) {
        return new RemoteFailure.Refused(
                "The custom field \"" + field + "\" of the queue " + settings.queue()
                        + " did not take its value: it does"
                        + " not exist there, does not allow it, or is hidden from us",
                "POST /ticket " + Redaction.of(body),
                "201, ticket " + ticket + " without it");
    }

    /** Some tickets by their numbers, in one call. */
    List<Item> list(String name, List<Long> numbers) {
        Map<String, String> parameters = new LinkedHashMap<>(TicketRecords.columns());
        parameters.put("query", Sql.is("Queue", settings.queue()) + " AND " + Sql.any("id", numbers));
        parameters.put("orderby", "id");
        parameters.put("per_page", "" + Rest.PAGE);
        return rest.list(name, "/tickets", parameters).stream()
                .filter(record -> numbers.contains(record.id()) && !TicketRecords.isDeleted(record))
                .toList();
    }

    static String path(TicketId ticket) {
        if (!NUMBER.matcher(ticket.value()).matches()) {
            throw new RemoteFailure.Gone("No number of a ticket: " + ticket);
        }
        return "/ticket/" + ticket.value();
    }
}
