package cl.buzon.connector.schedule;

import cl.buzon.connector.link.Ledger;
import cl.buzon.connector.reconcile.CaseSide;
import cl.buzon.connector.reconcile.Reconciler;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.TicketingSystemAdapter;
import cl.buzon.desk.MirrorDesk;
import cl.buzon.desk.SyncStatus.Condition;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Has postmen work at once on what a customer has just committed, each second on what is due, and now and then listen.
 * Without a ticketing system nobody works, and what has changed waits, one mark for each case.
 */
@Singleton
@Startup
@DependsOn("ConnectorSchema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Clockwork {

    private static final Logger LOG = System.getLogger(Clockwork.class.getName());
    private static final String NOBODY = "none";

    @Inject
    private Instance<TicketingSystemAdapter> adapters;

    @Inject
    private CaseSide cases;

    @Inject
    private Ledger ledger;

    @Inject
    private Leases leases;

    @Inject
    private SyncState state;

    @Inject
    private MirrorDesk mirror;

    @Inject
    private Tally tally;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "buzon.connector.system", defaultValue = NOBODY)
    private String system;

    /** Seconds between two polls. */
    @Inject
    @ConfigProperty(name = "buzon.connector.poll-interval", defaultValue = "15")
    private int pollInterval;

    /** Calls at once. */
    @Inject
    @ConfigProperty(name = "buzon.connector.parallel", defaultValue = "4")
    private int parallel;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory factory;

    private final AtomicBoolean started = new AtomicBoolean();
    private @Nullable TicketingSystem remote;
    private @Nullable Postman postman;
    private @Nullable Shift shift;
    private @Nullable Sweep sweep;
    private @Nullable Gate gate;

    @SuppressWarnings("NullAway.Init")
    private ExecutorService threads;

    @PostConstruct
    void open() {
        threads = Executors.newCachedThreadPool(factory);
        if (system.equals(NOBODY)) {
            return;
        }
        TicketingSystem system = adapters.stream()
                .filter(adapter -> adapter.names().contains(this.system))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "buzon.connector.system: there is no ticketing system \"" + this.system + "\""))
                .connect(this.system);
        RandomGenerator random = new SecureRandom();
        gate = new Gate(clock, random, Duration.ofSeconds(pollInterval));
        remote = new Counted(system, tally, gate, leases::hurry);
        postman = new Postman(leases, state, new Reconciler(cases, ledger, remote, clock), remote, gate, clock, random);
        sweep = new Sweep(remote, state, leases, mirror::cases, gate);
        shift = new Shift(postman, threads, parallel);
        LOG.log(Level.INFO, "Cases are kept in step with {0}.", remote.name());
    }

    /** What cases are kept in step with, if anything. */
    public Optional<TicketingSystem> remote() {
        return Optional.ofNullable(remote);
    }

    /** What keeps this node from calling, if anything. */
    public Condition condition() {
        if (gate == null) {
            return Condition.NOT_CONNECTED;
        }
        return state.isPaused() ? Condition.PAUSED : gate.condition();
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** Looks for work now: something was committed, or is due. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void wake() {
        if (shift != null) {
            shift.wake();
        }
    }

    /** For whoever must not wait, such as a request that has just been committed. */
    public void wakeSoon() {
        if (shift != null) {
            shift.wakeSoon();
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void listen() {
        Sweep unsent = sweep;
        Postman working = postman;
        if (unsent != null && started.compareAndSet(false, true)) {
            elsewhere(unsent::findUnsent);
        }
        if (working != null) {
            elsewhere(() -> {
                if (working.listen(Duration.ofSeconds(pollInterval))) {
                    wake();
                }
            });
        }
    }

    /** For what may take its time, which no timer has. */
    private void elsewhere(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException stopping) {
            LOG.log(Level.DEBUG, "nothing more is begun");
        }
    }

    /** Once a night everything is compared; after a start only what was never sent is looked for. */
    @Schedule(hour = "3", minute = "17", persistent = false)
    void sweep() {
        Sweep whole = sweep;
        if (whole != null && state.takeSweep(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            elsewhere(() -> {
                whole.hearAll();
                whole.findUnsent();
            });
        }
    }

    /** Much oftener than the shortest sensible lease runs out. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void renew() {
        if (shift != null) {
            leases.renew(shift.held());
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void count() {
        tally.write();
    }
}
