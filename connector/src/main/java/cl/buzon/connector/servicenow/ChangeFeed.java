package cl.buzon.connector.servicenow;

import cl.buzon.connector.http.ServerClock;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.Watermark;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has changed over there: cases, comments and files, each by its own time column. A round asks each of them once
 * and once more for each further page; the next round looks back a little, for what was committed late.
 */
final class ChangeFeed {

    private static final Logger LOG = System.getLogger(ChangeFeed.class.getName());

    /** How long a file that is still being scanned is waited for. */
    private static final Duration SCANNING = Duration.ofMinutes(30);

    /** What is being written just now may be seen a little later. */
    private static final Duration LAG = Duration.ofSeconds(5);

    private final Api api;
    private final CaseRows caseRows;
    private final Journal journal;
    private final Attachments attachments;
    private final ServerClock serverClock;
    private final Clock clock;
    private final Duration overlap;
    private final Feed cases;

    ChangeFeed(
            Api api,
            ServiceNowSettings settings,
            CaseRows caseRows,
            Journal journal,
            Attachments attachments,
            ServerClock serverClock,
            Clock clock) {
        this.api = api;
        this.caseRows = caseRows;
        this.journal = journal;
        this.attachments = attachments;
        this.serverClock = serverClock;
        this.clock = clock;
        this.overlap = settings.overlap();
        this.cases = new Feed(
                "poll.cases",
                Api.TABLE + settings.table(),
                "sys_updated_on",
                caseRows.columns(),
                Query.all().isPresent("correlation_id"),
                row -> CaseRows.ours(row) != null);
    }

    Changes since(Watermark watermark) {
        Positions at = positions(watermark);
        List<Ticket> tickets = List.of();
        List<RemoteMessage> messages = List.of();
        List<RemoteFile> files = List.of();
        FeedPosition cased = at.cases();
        if (!cased.done()) {
            Feed.Page page = read(cases, cased);
            tickets = page.rows().stream().map(caseRows::ticket).toList();
            cased = page.next();
        }
        FeedPosition said = at.messages();
        if (!said.done()) {
            try {
                Feed.Page page = read(journal.all(), said);
                messages = journal.messages(page.rows());
                said = journal.isHidden() ? said.givenUp() : page.next();
                if (journal.isHidden()) {
                    messages = journal.otherwise(tickets, Journal.silent());
                }
            } catch (RemoteFailure.Refused closed) {
                said = said.givenUp();
                messages = journal.otherwise(tickets, closed);
            }
        }
        FeedPosition filed = at.files();
        Optional<Instant> scanned = at.scanned();
        if (!filed.done()) {
            try {
                Feed.Page page = read(attachments.all(), filed);
                files = attachments.files(page.rows());
                filed = page.next();
                scanned = earliest(scanned, files);
            } catch (RemoteFailure.Refused closed) {
                LOG.log(Level.WARNING, "Files are closed to us: {0}", closed.getMessage());
                filed = filed.givenUp();
            }
        }
        boolean more = !(cased.done() && said.done() && filed.done());
        Positions next = new Positions(cased, said, filed, scanned);
        return new Changes(tickets, messages, files, new Watermark((more ? next : again(next)).toString()), more);
    }

    /** A round sees all up to its beginning, by the other side's clock, and looks at no time that is still to come. */
    private Feed.Page read(Feed feed, FeedPosition position) {
        if (!position.isFresh()) {
            return feed.read(api, position, overlap);
        }
        Optional<Instant> before = serverClock.now();
        FeedPosition begun = before.map(position::again).orElse(position);
        Feed.Page page = feed.read(api, begun, overlap);
        Instant until = Stream.concat(before.stream(), serverClock.now().stream())
                .min(Instant::compareTo)
                .filter(any -> before.isPresent())
                .map(now -> now.minus(LAG))
                .orElse(null);
        return new Feed.Page(page.rows(), page.next().seeingUntil(until));
    }

    /** Whatever another system has left there is of no use to us. */
    private Positions positions(Watermark watermark) {
        if (!watermark.isStart()) {
            try {
                return Positions.parse(watermark.value());
            } catch (IllegalArgumentException foreign) {
                LOG.log(Level.WARNING, "Changes are heard from now on: {0}", foreign.getMessage());
            }
        }
        return start();
    }

    /** From now on; who asks for the first time must first learn what time it is over there. */
    private Positions start() {
        if (serverClock.now().isEmpty()) {
            api.list("poll.start", cases.path(), Query.all().isPresent("correlation_id"), List.of("sys_id"), 1, 0);
        }
        FeedPosition now = FeedPosition.startingAt(now());
        return new Positions(now, now, now, Optional.empty());
    }

    private Positions again(Positions done) {
        Instant now = now();
        FeedPosition filed = done.files().again(now);
        Instant waiting = done.scanned().orElse(Instant.MAX);
        if (waiting.isBefore(filed.from())) {
            filed = FeedPosition.startingAt(waiting);
        }
        return new Positions(done.cases().again(now), done.messages().again(now), filed, Optional.empty());
    }

    private Optional<Instant> earliest(Optional<Instant> before, List<RemoteFile> files) {
        Instant since = now().minus(SCANNING);
        return Stream.concat(
                        before.stream(),
                        files.stream()
                                .filter(file -> file.readiness() == RemoteFile.Readiness.PENDING)
                                .map(RemoteFile::at)
                                .filter(at -> at.isAfter(since)))
                .min(Instant::compareTo);
    }

    private Instant now() {
        return serverClock.now().orElseGet(clock::instant);
    }

    /**
     * Where each of the three is.
     *
     * @param scanned since when the first file waits that is still being scanned
     */
    record Positions(FeedPosition cases, FeedPosition messages, FeedPosition files, Optional<Instant> scanned) {

        @Override
        public String toString() {
            return "1|" + cases + "|" + messages + "|" + files + "|"
                    + scanned.map(at -> "" + at.getEpochSecond()).orElse("");
        }

        /** @throws IllegalArgumentException when the text is none of {@link #toString} */
        static Positions parse(String text) {
            String[] parts = text.split("\\|", -1);
            if (parts.length != 5 || !parts[0].equals("1")) {
                throw new IllegalArgumentException("no watermark of this adapter: " + text);
            }
            return new Positions(
                    FeedPosition.parse(parts[1]),
                    FeedPosition.parse(parts[2]),
                    FeedPosition.parse(parts[3]),
                    parts[4].isEmpty()
                            ? Optional.empty()
                            : Optional.of(Instant.ofEpochSecond(Long.parseLong(parts[4]))));
        }
    }
}
