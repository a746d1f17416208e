package cl.buzon.web.live;

import cl.buzon.desk.CaseWatch;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Rings at every open page of a case when something has happened to it. */
@ApplicationScoped
class CaseBells {

    /** Less than what proxies take for dead. */
    private static final int BEAT_SECONDS = 15;

    @Inject
    private CaseWatch watch;

    @Inject
    private CustomerDesk desk;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService threads;

    @SuppressWarnings("NullAway.Init")
    CaseBells() {}

    /** Rings once at the beginning, so that the page hears of what came between its rendering and its listening. */
    void hang(Actor actor, CaseNumber number, BellWire wire) {
        CaseBell bell =
                new CaseBell(number, wire, () -> desk.view(actor, number).version(), threads);
        CaseWatch.Watching watching = watch.watch(actor, bell);
        ScheduledFuture<?> beats =
                threads.scheduleAtFixedRate(bell::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        bell.endsWith(() -> {
            watching.close();
            beats.cancel(false);
        });
        bell.open();
    }
}
