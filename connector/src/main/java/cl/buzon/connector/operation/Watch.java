package cl.buzon.connector.operation;

import cl.buzon.connector.schedule.Clockwork;
import cl.buzon.desk.MirrorDesk;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Origin;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;

/** Looks each minute how the sync fares, and writes what is news into the log; the codes are told in the operator's guide. */
@Singleton
@Startup
@DependsOn("ConnectorSchema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Watch {

    private static final Logger LOG = System.getLogger(Watch.class.getName());
    private static final Actor SYNC = new Actor.Machine("Buzón", Origin.SYNC);

    @Inject
    private Clockwork clockwork;

    @Inject
    private Statistics statistics;

    @Inject
    private SyncRecords records;

    @Inject
    private MirrorDesk mirror;

    @Inject
    private Clock clock;

    private final Alerts alerts = new Alerts();

    @SuppressWarnings("NullAway.Init")
    private Instant looked;

    @PostConstruct
    void open() {
        looked = clock.instant();
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    synchronized void look() {
        if (clockwork.remote().isEmpty()) {
            return;
        }
        alerts.of(statistics.status(clockwork))
                .forEach(line -> LOG.log(line.good() ? Level.INFO : Level.WARNING, line.code() + ": " + line.words()));
        for (SyncRecords.Trouble stopped : records.stopped(looked)) {
            looked = stopped.since();
            mirror.read(SYNC, stopped.caseId())
                    .ifPresent(of -> LOG.log(
                            Level.WARNING,
                            "SYNC_" + (stopped.kind().equals("GONE") ? "GONE" : "PARKED") + ": case " + of.number()
                                    + " waits for a person, " + stopped.kind()));
        }
    }
}
