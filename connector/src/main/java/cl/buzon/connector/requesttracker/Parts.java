package cl.buzon.connector.requesttracker;

import cl.buzon.connector.http.CallLog;
import cl.buzon.connector.http.Line;
import cl.buzon.connector.http.Pace;
import cl.buzon.connector.http.RetryAfter;
import cl.buzon.connector.http.ServerClock;
import cl.buzon.connector.spi.CallObserver;
import java.time.Clock;

/** What the adapter is put together from. */
record Parts(
        RequestTrackerSettings settings,
        TicketTable tickets,
        NewTickets fresh,
        Conversations conversations,
        Replies replies,
        TransactionFeed changes,
        Probe probe) {

    static Parts of(RequestTrackerSettings settings, Clock clock, CallObserver observer) {
        Line line = new Line(settings.connect(), settings.parallel(), Pace.of(settings.rate()));
        Rest rest = new Rest(
                settings, line, new Judge(new RetryAfter(clock)), new ServerClock(clock), new CallLog(observer));
        People people = new People(rest, settings, clock);
        TicketRecords records = new TicketRecords(settings, people);
        Glances glances = new Glances(clock);
        TicketTable tickets = new TicketTable(rest, settings, records, glances);
        Conversations conversations = new Conversations(rest, people);
        return new Parts(
                settings,
                tickets,
                new NewTickets(rest, settings, tickets, records, people),
                conversations,
                new Replies(
                        rest, tickets, records, new FileLook(rest, conversations, clock), glances, settings.deadline()),
                new TransactionFeed(
                        rest,
                        settings,
                        new Tidings(tickets, records, conversations),
                        new Concerns(rest, settings, clock),
                        clock),
                new Probe(settings, rest, people));
    }
}
