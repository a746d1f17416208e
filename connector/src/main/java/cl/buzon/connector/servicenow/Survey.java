package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.Watermark;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** All that some tickets hold, of whatever time: they are asked for by their keys, and nobody else's come. */
final class Survey {

    private static final Logger LOG = System.getLogger(Survey.class.getName());

    /** Keys in one query, which must not become too long for an address. */
    private static final int CHUNK = 50;

    private final Api api;
    private final CaseTable cases;
    private final CaseRows caseRows;
    private final Journal journal;
    private final Attachments attachments;

    Survey(Api api, CaseTable cases, CaseRows caseRows, Journal journal, Attachments attachments) {
        this.api = api;
        this.cases = cases;
        this.caseRows = caseRows;
        this.journal = journal;
        this.attachments = attachments;
    }

    Changes of(List<TicketId> known) {
        List<Ticket> tickets = new ArrayList<>();
        List<RemoteMessage> messages = new ArrayList<>();
        List<RemoteFile> files = new ArrayList<>();
        for (int from = 0; from < known.size(); from += CHUNK) {
            List<String> keys = known.subList(from, Math.min(known.size(), from + CHUNK)).stream()
                    .map(ticket -> CaseTable.checked(ticket).value())
                    .toList();
            List<Ticket> some = tickets(keys);
            tickets.addAll(some);
            messages.addAll(messages(keys, some));
            try {
                files.addAll(attachments.files(attachments.of(keys).all(api)));
            } catch (RemoteFailure.Refused closed) {
                LOG.log(Level.WARNING, "Files are closed to us: {0}", closed.getMessage());
            }
        }
        return new Changes(tickets, messages, files, Watermark.START, false);
    }

    private List<Ticket> tickets(List<String> keys) {
        return api
                .list("sweep.cases", cases.path(), Query.all().in("sys_id", keys), caseRows.columns(), CHUNK, 0)
                .rows()
                .stream()
                .filter(row -> keys.contains(row.key()))
                .map(caseRows::ticket)
                .toList();
    }

    private List<RemoteMessage> messages(List<String> keys, List<Ticket> tickets) {
        try {
            List<RemoteMessage> told = journal.messages(journal.of(keys).all(api));
            boolean hides = !tickets.isEmpty()
                    && told.isEmpty()
                    && journal.hides(tickets.get(0).id());
            return hides ? journal.otherwise(tickets, Journal.silent()) : told;
        } catch (RemoteFailure.Refused closed) {
            return journal.otherwise(tickets, closed);
        }
    }
}
