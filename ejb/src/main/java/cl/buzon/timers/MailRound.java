package cl.buzon.timers;

import cl.buzon.desk.LinkDesk;
import cl.buzon.desk.MailDesk;
import cl.buzon.desk.MailDesk.Claimed;
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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;

/** Has letters written and brings them to the mail server, looking every second. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailRound {

    private static final Logger LOG = System.getLogger(MailRound.class.getName());
    private static final Actor CLOCK = new Actor.Machine("Buzón", Origin.CLOCK);

    /** How many are sent at once by one node. */
    private static final int PARALLEL = 4;

    /** Letters written before those that are due are looked at again; a tick of the clock has room for as many. */
    private static final int STEPS = 20;

    @Inject
    private MailDesk desk;

    @Inject
    private LinkDesk links;

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
    void writeAndSend() {
        write();
        porters.carry();
    }

    private void write() {
        try {
            asLongAsThereIsMore(() -> links.answer(CLOCK));
            asLongAsThereIsMore(() -> desk.write(CLOCK));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "no letters could be written: {0}", e.getMessage());
        }
    }

    @Schedule(hour = "*", minute = "47", persistent = false)
    void forgetOld() {
        asLongAsThereIsMore(() -> desk.forgetOld(CLOCK));
    }

    private static void asLongAsThereIsMore(BooleanSupplier step) {
        int steps = 0;
        while (step.getAsBoolean() && steps < STEPS) {
            steps++;
        }
    }
}
