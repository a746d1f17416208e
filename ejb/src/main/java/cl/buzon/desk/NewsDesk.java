package cl.buzon.desk;

import cl.buzon.cases.Activity;
import cl.buzon.cases.CaseFeed;
import cl.buzon.cases.CaseNews;
import cl.buzon.cases.Viewer;
import cl.buzon.shared.Actor;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells customers what others did on their cases since they last looked. */
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

    /** The latest things, and how many of them are new to the reader. */
    public NewsView news(Actor actor, int limit) {
        Actor.Customer reader = Judged.customer(actor);
        Viewer viewer = Judged.cases(reader);
        // Before the first query of this transaction; a long backlog waits for the next reader
        feed.number();
        List<Activity> latest = news.latest(viewer, reader.id(), limit);
        if (latest.isEmpty()) {
            return NewsView.NONE;
        }
        Optional<Long> mark = news.mark(reader.id());
        Instant since = mark.isPresent() ? Instant.EPOCH : clock.instant().minus(FRESH);
        return new NewsView(
                headlines.of(latest),
                news.count(viewer, reader.id(), mark.orElse(0L), since),
                latest.get(0).feedPosition().orElseThrow());
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
}
