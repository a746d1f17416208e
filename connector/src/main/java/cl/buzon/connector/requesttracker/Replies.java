package cl.buzon.connector.requesttracker;

import cl.buzon.connector.http.FileBody;
import cl.buzon.connector.spi.OutgoingFile;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Our words and files in a ticket's conversation. A reply would move a ticket that is new or at its end back into work, which
 * is not ours to decide: so its status is said with it again.
 */
final class Replies {

    private final Rest rest;
    private final TicketTable tickets;
    private final TicketRecords records;
    private final FileLook look;
    private final Glances glances;
    private final Duration deadline;

    Replies(Rest rest, TicketTable tickets, TicketRecords records, FileLook look, Glances glances, Duration deadline) {
        this.rest = rest;
        this.tickets = tickets;
        this.records = records;
        this.look = look;
        this.glances = glances;
        this.deadline = deadline;
    }

    /** The answer tells what was looked at before: what became of the ticket by the reply is told by the next poll. */
    Ticket say(TicketId ticket, String comment) {
        Rest.Read before = looked(ticket);
        JsonObject body = status(before)
                .add("Content", comment)
                .add("ContentType", "text/plain")
                .build();
        permitted(ticket, () -> rest.add("message.send", TicketTable.path(ticket) + "/correspond", body));
        return tickets.ticket(before, null);
    }

    RemoteFile attach(TicketId ticket, OutgoingFile file) {
        Multipart form = new Multipart(status(looked(ticket)).build(), file);
        long transaction = permitted(
                ticket,
                () -> rest.upload(
                        TicketTable.path(ticket) + "/correspond",
                        form,
                        "a file of " + file.size() + " bytes",
                        FileBody.within(deadline, file.size())));
        return afterwards(() -> look.of(ticket, transaction))
                .orElseThrow(() ->
                        new RemoteFailure.OutcomeUnknown("Transaction " + transaction + " has no file", false, null));
    }

    /** The file is there, whatever becomes of the look at it. */
    private static <T> T afterwards(Supplier<T> look) {
        try {
            return look.get();
        } catch (RemoteFailure silent) {
            throw new RemoteFailure.OutcomeUnknown(
                    "The file was taken and could not be looked at: " + silent.getMessage(), false, silent);
        }
    }

    /** The bytes as they were given; texts may have been stored in another length. */
    InputStream open(RemoteFile file) {
        var answer = rest.download(ItemKey.of(file.id()), file.size());
        String type = answer.head().header("Content-Type").toLowerCase(Locale.ROOT);
        boolean recoded = type.startsWith("text/") && !type.contains("utf-8");
        return answer.body(recoded ? -1 : file.size());
    }

    private Rest.Read looked(TicketId ticket) {
        return glances.recent(ticket)
                .filter(glance -> records.isInWork(glance.record().text("Status")))
                .filter(glance -> records.isStillOf(glance.record(), ticket))
                .orElseGet(() -> tickets.read(ticket));
    }

    private JsonObjectBuilder status(Rest.Read before) {
        String status = before.record().text("Status");
        JsonObjectBuilder body = Json.createObjectBuilder();
        return records.isInWork(status) ? body : body.add("Status", status);
    }

    /** What is not there looks as what is not allowed. */
    private long permitted(TicketId ticket, LongSupplier reply) {
        try {
            return reply.getAsLong();
        } catch (RemoteFailure.Refused denied) {
            tickets.read(ticket);
            throw denied;
        }
    }
}
