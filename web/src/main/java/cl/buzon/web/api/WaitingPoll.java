package cl.buzon.web.api;

import cl.buzon.desk.CaseActivity;
import cl.buzon.desk.CaseWatch;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Page;
import cl.buzon.web.rest.Problem;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Somebody who follows the feed and waits; meanwhile holds neither a thread nor a connection to the database. */
final class WaitingPoll implements CaseWatch.Listener {

    private static final Logger LOG = System.getLogger(WaitingPoll.class.getName());

    private final EventPolls.Question question;
    private final PageJson<EventJson> nothing;
    private final EventPolls polls;
    private final AsyncResponse answer;
    private final AtomicBoolean called = new AtomicBoolean();
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile CaseWatch.@Nullable Watching watching;
    private volatile @Nullable Future<?> end;

    WaitingPoll(EventPolls.Question question, PageJson<EventJson> nothing, EventPolls polls, AsyncResponse answer) {
        this.question = question;
        this.nothing = nothing;
        this.polls = polls;
        this.answer = answer;
    }

    void begin(CaseWatch watch, ManagedScheduledExecutorService threads, int seconds) {
        watching = watch.watch(question.actor(), this);
        end = threads.schedule(this::end, seconds, TimeUnit.SECONDS);
        look(); // for what came between the first look and the watching
        if (answered.get()) {
            leave();
        }
    }

    @Override
    public void changed(Set<CaseNumber> cases) {
        if (called.compareAndSet(false, true)) {
            try {
                polls.later(() -> {
                    called.set(false);
                    look();
                });
            } catch (RejectedExecutionException e) {
                respond(nothing);
            }
        }
    }

    @Override
    public void displaced() {
        respond(nothing);
    }

    private void end() {
        look(); // should the ringing have been lost
        respond(nothing);
    }

    private void look() {
        if (answered.get()) {
            return;
        }
        try {
            Page<CaseActivity> page = polls.read(question);
            if (!page.items().isEmpty()) {
                respond(EventPolls.json(page));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a waiting reader of the feed is turned away", e);
            respond(unavailable());
        }
    }

    private void respond(Object what) {
        if (answered.compareAndSet(false, true)) {
            leave();
            answer.resume(what);
        }
    }

    private void leave() {
        CaseWatch.Watching left = watching;
        if (left != null) {
            left.close();
        }
        Future<?> pending = end;
        if (pending != null) {
            pending.cancel(false);
        }
    }

    private Response unavailable() {
        Problem problem = Problem.of(503, "UNAVAILABLE", question.language());
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
