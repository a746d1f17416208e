package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.Watermark;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has changed over there, by the transactions of all tickets that we see, in whatever queue they are by now: one call
 * when nothing has, otherwise one more for its end, one for all tickets that have, and two for all that was said and shown.
 */
final class TransactionFeed {

    private static final Logger LOG = System.getLogger(TransactionFeed.class.getName());

    /** Polls without news until somebody makes sure that there are none. */
    private static final int QUIET = 20;

    private final Rest rest;
    private final RequestTrackerSettings settings;
    private final Tidings tidings;
    private final Concerns concerns;
    private final Clock clock;

    private final AtomicInteger quiet = new AtomicInteger();

    /** When somebody was answered last. */
    private volatile Instant answered = Instant.MIN;

    TransactionFeed(Rest rest, RequestTrackerSettings settings, Tidings tidings, Concerns concerns, Clock clock) {
        this.rest = rest;
        this.settings = settings;
        this.tidings = tidings;
        this.concerns = concerns;
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
        // The first tickets may have been made, and answered, while somebody was on the way to ask
        return from(behind(latest("poll.start")), null);
    }

    private static Changes from(long position, Changes.@Nullable Lost lost) {
        return changes(Tidings.Told.nothing(), FeedPosition.startingAt(position), false, lost);
    }

    private Changes since(FeedPosition at) {
        List<Item> page = asked(at);
        if (page.isEmpty() && at.isBeginning() && quiet.incrementAndGet() % QUIET == 0) {
            List<Item> latest = latest("poll.newest");
            long newest = highest(latest);
            if (newest > 0 && newest < at.settled()) {
                LOG.log(
                        Level.WARNING,
                        "The newest transaction is {0}, and {1} was heard before: Request Tracker has lost some, and"
                                + " changes are heard from now on. The nightly comparison tells the rest",
                        Long.toString(newest),
                        Long.toString(at.settled()));
                return from(behind(latest), new Changes.Lost(newest, ItemKey.lastOf(newest)));
            }
            page = newest > at.settled() ? behindHidden(at) : page;
        }
        List<Item> news = page.stream().filter(one -> !at.isTold(one.id())).toList();
        // Pages are filled before what we may not see is taken out of them: not full does not mean last
        boolean more = !news.isEmpty() || page.size() == Rest.PAGE;
        Tidings.Told told = tidings.of("poll", news);
        return changes(
                told, at.reading(page.stream().map(Item::id).toList(), highest(settled(page)), more), more, null);
    }

    /** After a while without an answer, a quiet page counts as many: a backup may have been restored meanwhile. */
    private List<Item> asked(FeedPosition at) {
        if (answered.plus(settings.overlap()).isBefore(clock.instant())) {
            quiet.set(QUIET - 1);
        }
        try {
            List<Item> page = page("poll.changes", at.from(), "ASC", 1);
            answered = clock.instant();
            return page;
        } catch (RemoteFailure away) {
            answered = Instant.MIN;
            throw away;
        }
    }

    /** The first page that is not full of what we may not see. */
    private List<Item> behindHidden(FeedPosition at) {
        List<Item> page = List.of();
        for (int number = 1; page.isEmpty() && number <= Rest.PAGE; number++) {
            page = page("poll.changes", at.from(), "ASC", number);
        }
        return page;
    }

    private static Changes changes(Tidings.Told told, FeedPosition next, boolean more, Changes.@Nullable Lost lost) {
        return new Changes(
                told.tickets(),
                told.said().messages(),
                told.said().files(),
                told.missed(),
                new Watermark(next.toString()),
                more,
                lost);
    }

    /** All that some tickets hold, of whatever time. */
    Changes survey(List<TicketId> known) {
        List<Tidings.Told> all = tidings.all("sweep", known, concerns);
        return new Changes(
                all.stream().flatMap(one -> one.tickets().stream()).toList(),
                all.stream().flatMap(one -> one.said().messages().stream()).toList(),
                all.stream().flatMap(one -> one.said().files().stream()).toList(),
                all.stream().flatMap(one -> one.missed().stream()).collect(Collectors.toSet()),
                Watermark.START,
                false);
    }

    private List<Item> latest(String name) {
        return page(name, 0, "DESC", 1);
    }

    /** Those that are old enough for none with a lower number to come any more. */
    private List<Item> settled(List<Item> page) {
        Instant until = rest.clock().now().orElseGet(clock::instant).minus(settings.overlap());
        return page.stream()
                .filter(one -> one.time("Created").orElse(Instant.MAX).isBefore(until))
                .toList();
    }

    /** Zero when there is none. */
    private static long highest(List<Item> some) {
        return some.stream().mapToLong(Item::id).max().orElse(0);
    }

    /** Behind what a first page begins, so that what comes late is on it. */
    private long behind(List<Item> latest) {
        List<Item> old = settled(latest);
        return old.isEmpty() ? latest.stream().mapToLong(Item::id).min().orElse(1) - 1 : highest(old);
    }

    private List<Item> page(String name, long after, String order, int number) {
        Map<String, String> parameters = new LinkedHashMap<>(Conversations.columns());
        parameters.put("query", Sql.is("ObjectType", "RT::Ticket") + " AND " + concerns.all() + " AND id > " + after);
        parameters.put("orderby", "id");
        parameters.put("order", order);
        parameters.put("per_page", "" + Rest.PAGE);
        if (number > 1) {
            parameters.put("page", "" + number);
        }
        return rest.list(name, "/transactions", parameters);
    }
}
