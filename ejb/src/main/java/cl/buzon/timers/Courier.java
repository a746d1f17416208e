package cl.buzon.timers;

import cl.buzon.desk.DeliveryDesk;
import cl.buzon.desk.DeliveryDesk.Claimed;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Origin;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

/** Carries to webhooks what is due, looking every second. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Courier {

    private static final Actor CLOCK = new Actor.Machine("Buzón", Origin.CLOCK);

    /** How many are carried at once by one node. */
    private static final int PARALLEL = 16;

    private static final int STEPS = 20;

    @Inject
    private DeliveryDesk desk;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory factory;

    @SuppressWarnings("NullAway.Init")
    private Porters<Claimed> porters;

    @PostConstruct
    void open() {
        porters =
                new Porters<>(PARALLEL, factory, most -> desk.claim(CLOCK, most), claimed -> desk.send(CLOCK, claimed));
    }

    @PreDestroy
    void close() {
        porters.stop();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void carry() {
        porters.carry();
    }

    @Schedule(hour = "*", minute = "41", persistent = false)
    void forgetOld() {
        int steps = 0;
        while (desk.forgetOld(CLOCK) && steps < STEPS) {
            steps++;
        }
    }
}
