package cl.buzon.connector.servicenow;

import cl.buzon.connector.http.CallLog;
import cl.buzon.connector.http.Line;
import cl.buzon.connector.http.Pace;
import cl.buzon.connector.http.RetryAfter;
import cl.buzon.connector.http.ServerClock;
import cl.buzon.connector.spi.CallObserver;
import java.time.Clock;

/** What the adapter is put together from. */
record Parts(
        Api api,
        Identity identity,
        Lengths lengths,
        CaseRows rows,
        CaseTable cases,
        NewCases fresh,
        Journal journal,
        Attachments attachments,
        ChangeFeed changes,
        Survey survey,
        Probe probe) {

    static Parts of(ServiceNowSettings settings, Clock clock, CallObserver observer) {
        Line line = new Line(settings.connect(), settings.parallel(), Pace.of(settings.rate()));
        Judge judge = new Judge(new RetryAfter(clock));
        Tokens tokens = settings.login().client().isPresent()
                ? new OAuthTokens(settings, line::send, judge, clock)
                : Tokens.basic(settings.login().user().orElseThrow());
        ServerClock serverClock = new ServerClock(clock);
        Api api = new Api(settings, line, tokens, judge, serverClock, new CallLog(observer));
        Identity identity = new Identity(settings.user(), () -> CaseTable.latestMaker(api, settings.table()));
        People people = new People(api, identity, clock);
        Lengths lengths = new Lengths(api, settings.table(), clock);
        CaseRows rows = new CaseRows(settings, people, lengths);
        Choices choices = new Choices(api, settings.table(), clock);
        CaseTable cases = new CaseTable(api, settings, rows, choices);
        Journal journal = new Journal(people, new Activities(api, people));
        Attachments attachments = new Attachments(api, people, settings);
        return new Parts(
                api,
                identity,
                lengths,
                rows,
                cases,
                new NewCases(api, settings, cases, rows, lengths, identity),
                journal,
                attachments,
                new ChangeFeed(api, settings, rows, journal, attachments, serverClock, clock),
                new Survey(api, cases, rows, journal, attachments),
                new Probe(settings, api, serverClock, lengths, choices, rows.columns()));
    }
}
