package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.translation.PlainText;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was said on tickets. Only comments are asked for, and only comments are taken from what comes, whatever was asked:
 * a work note never gets past here.
 */
final class Journal {

    private static final String COMMENTS = "comments";
    private static final List<String> COLUMNS =
            List.of("sys_id", "sys_created_on", "name", "element_id", "element", "value", "sys_created_by");

    private static final Logger LOG = System.getLogger(Journal.class.getName());

    private final People people;
    private final Activities activities;

    /** Whether we were ever shown an entry: only then an empty answer means that nothing was said. */
    private volatile boolean open;

    /** Whether people see comments where we were shown none. */
    private volatile boolean hidden;

    Journal(People people, Activities activities) {
        this.activities = activities;
        this.people = people;
    }

    /** Those of all records, under whatever table's name they are kept: it may be that of the class or of its base. */
    Feed all() {
        return feed("poll.messages", comments());
    }

    /** Those of some tickets, at most so many as a query holds. */
    Feed of(Collection<String> tickets) {
        Feed feed = feed("sweep.messages", comments().in("element_id", tickets));
        return feed.limitedTo(row -> tickets.contains(row.text("element_id")));
    }

    /** Those of one ticket, whatever table they are kept under. */
    Feed of(TicketId ticket) {
        Feed feed = feed("messages", comments().is("element_id", ticket.value()));
        return feed.limitedTo(row -> row.text("element_id").equals(ticket.value()));
    }

    /** Everything that was said on a ticket, by the journal or, where that is closed to us, by the Case API. */
    List<RemoteMessage> said(Api api, TicketId ticket) {
        try {
            List<RemoteMessage> said = messages(of(ticket).all(api));
            return said.isEmpty() && !open ? glanced(ticket) : said;
        } catch (RemoteFailure.Refused closed) {
            return otherwise(ticket, closed);
        }
    }

    /** Without the right to read it, a journal may be told to be empty. */
    private List<RemoteMessage> glanced(TicketId ticket) {
        try {
            List<RemoteMessage> said = activities.of(ticket);
            hidden |= !said.isEmpty();
            return said;
        } catch (RemoteFailure.Refused | RemoteFailure.Gone none) {
            LOG.log(Level.DEBUG, "{0} has no other source: {1}", ticket, none.getMessage());
            return List.of();
        }
    }

    /** Whether an empty answer is known to hide something. */
    boolean isHidden() {
        return hidden && !open;
    }

    /** Looks at one of the tickets of which the journal tells nothing, unless it is known what that means. */
    boolean hides(TicketId silent) {
        return !open && (hidden || !glanced(silent).isEmpty());
    }

    /** @param closed told when the Case API is of no use either */
    List<RemoteMessage> otherwise(TicketId ticket, RemoteFailure.Refused closed) {
        try {
            return activities.of(ticket);
        } catch (RemoteFailure.Refused | RemoteFailure.Gone none) {
            LOG.log(Level.WARNING, "{0} cannot be heard: {1}; {2}", ticket, closed.getMessage(), none.getMessage());
            throw closed;
        }
    }

    /**
     * Everything that was said on some tickets, by the Case API. What is closed to us must not keep the rest away; the
     * examination tells the operator.
     *
     * @param closed why it is not the journal that tells it
     */
    List<RemoteMessage> otherwise(List<Ticket> changed, RemoteFailure.Refused closed) {
        List<RemoteMessage> messages = new ArrayList<>();
        for (Ticket ticket : changed) {
            try {
                messages.addAll(otherwise(ticket.id(), closed));
            } catch (RemoteFailure.Refused none) {
                LOG.log(Level.WARNING, "Comments of {0} are closed to us: {1}", ticket.number(), none.getMessage());
            }
        }
        return messages;
    }

    /** Why a journal is not believed that tells nothing. */
    static RemoteFailure.Refused silent() {
        return new RemoteFailure.Refused(
                "The journal does not show us what people see", "GET sys_journal_field", "200 and no rows");
    }

    List<RemoteMessage> messages(List<Row> rows) {
        open |= !rows.isEmpty();
        Map<String, RemoteAuthor> authors = people.authors(
                rows.stream().map(row -> row.text("sys_created_by")).toList());
        return rows.stream()
                .map(row -> message(row, Objects.requireNonNull(authors.get(row.text("sys_created_by")))))
                .filter(message -> !message.text().isEmpty())
                .toList();
    }

    private static RemoteMessage message(Row row, RemoteAuthor author) {
        // Our own must be found again just as they were sent
        String text = author.us() ? row.text("value") : PlainText.of(row.text("value"));
        return new RemoteMessage(
                row.key(),
                new TicketId(row.text("element_id")),
                author,
                row.time("sys_created_on").orElseThrow(),
                text);
    }

    private static Query comments() {
        return Query.all().is("element", COMMENTS);
    }

    private static Feed feed(String name, Query scope) {
        return new Feed(
                name,
                Api.TABLE + "sys_journal_field",
                "sys_created_on",
                COLUMNS,
                scope,
                row -> row.text("element").equals(COMMENTS)
                        && Query.KEY.matcher(row.text("element_id")).matches());
    }
}
