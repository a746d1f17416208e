package cl.buzon.desk;

import cl.buzon.cases.CaseFeed;
import cl.buzon.cases.CaseNews;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells customers what others did on their cases and they have not seen yet. */
@Stateless
public class NewsDesk {

    /** Whoever has never looked is told of the last days only. */
    private static final Duration FRESH = Duration.ofDays(2);

    private CaseFeed feed;
    private CaseNews news;
    private Headlines headlines;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected NewsDesk() {}

    @Inject
    NewsDesk(CaseFeed feed, CaseNews news, Headlines headlines, Clock clock) {
        this.feed = feed;
        this.news = news;
        this.headlines = headlines;
        this.clock = clock;
    }

    /**
     * The latest things by case, and how many cases have something new to the reader.
     *
     * @param limit of cases
     */
    public NewsView news(Actor actor, int limit) {
        Actor.Customer reader = Judged.customer(actor);
        // Before the first query of this transaction; a long backlog waits for the next reader
        feed.number();
        Optional<Long> mark = news.mark(reader.id());
        Instant since = mark.isPresent() ? Instant.EPOCH : clock.instant().minus(FRESH);
        CaseNews.Digest digest = news.latest(Judged.cases(reader), reader.id(), mark.orElse(0L), since, limit);
        List<Headline> last = headlines.of(
                digest.cases().stream().map(CaseNews.OnCase::latest).toList());
        return new NewsView(
                IntStream.range(0, last.size())
                        .mapToObj(i -> new NewsView.Line(
                                last.get(i), digest.cases().get(i).fresh()))
                        .toList(),
                digest.unread(),
                digest.place());
    }

    /**
     * The reader has looked at what there was.
     *
     * @param place {@link NewsView#place}; one that has not been reached yet counts as the end of the feed
     */
    public void seen(Actor actor, long place) {
        Actor.Customer reader = Judged.customer(actor);
        news.setMark(reader.id(), Math.max(0, Math.min(place, feed.head())));
    }

    /**
     * The reader has seen the page of a case, so that what stands there is no news to them any more.
     *
     * @param position {@link ActivityView#position} of the last entry on it
     */
    public void visited(Actor actor, CaseNumber number, int position) {
        Actor.Customer reader = Judged.customer(actor);
        news.visited(Judged.cases(reader), reader.id(), number, position);
    }
}
