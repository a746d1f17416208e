package cl.buzon.web.api;

import cl.buzon.desk.CaseActivity;
import cl.buzon.desk.CaseWatch;
import cl.buzon.desk.FeedDesk;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Page;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers those who follow the feed: at once when there is something, and else when something comes. */
@ApplicationScoped
class EventPolls {

    @Inject
    private FeedDesk desk;

    @Inject
    private CaseWatch watch;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService threads;

    @SuppressWarnings("NullAway.Init")
    EventPolls() {}

    /**
     * What somebody wants to know.
     *
     * @param after the place they have read up to, absent for the beginning
     */
    record Question(Actor actor, @Nullable String after, int limit, Locale language) {}

    void answer(Question question, int seconds, AsyncResponse answer) {
        Page<CaseActivity> page = read(question);
        if (!page.items().isEmpty() || seconds == 0) {
            answer.resume(json(page));
        } else {
            new WaitingPoll(question, json(page), this, answer).begin(watch, threads, seconds);
        }
    }

    Page<CaseActivity> read(Question question) {
        return desk.events(question.actor(), question.after(), question.limit());
    }

    void later(Runnable work) {
        threads.execute(work);
    }

    static PageJson<EventJson> json(Page<CaseActivity> page) {
        return PageJson.of(page, EventJson::of);
    }
}
