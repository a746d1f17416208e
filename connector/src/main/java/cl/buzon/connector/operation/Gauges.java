package cl.buzon.connector.operation;

import cl.buzon.connector.schedule.Clockwork;
import cl.buzon.desk.SyncStatus.Condition;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the sync fares, for whoever collects figures by OpenTelemetry: read from the database when they are collected, and
 * never when nobody does. Every node tells the figures of all, but what keeps it alone from calling.
 */
@Singleton
@Startup
@DependsOn("ConnectorSchema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Gauges {

    private static final Duration CONFLICTS = Duration.ofDays(30);
    private static final AttributeKey<String> CONDITION = AttributeKey.stringKey("condition");

    @Inject
    private Instance<Meter> meters;

    @Inject
    private Clockwork clockwork;

    @Inject
    private SyncRecords records;

    @Inject
    private Clock clock;

    private @Nullable BatchCallback collected;

    @PostConstruct
    void open() {
        if (!meters.isResolvable() || clockwork.remote().isEmpty()) {
            return;
        }
        Meter meter = meters.get();
        ObservableLongMeasurement depth =
                gauge(meter, "buzon.sync.queue.depth", "{case}", "Cases that wait to be brought into step");
        ObservableLongMeasurement oldest =
                gauge(meter, "buzon.sync.queue.oldest", "s", "Age of the one that waits longest, 0 when none does");
        ObservableLongMeasurement parked = gauge(meter, "buzon.sync.parked", "{case}", "Cases that wait for a person");
        ObservableLongMeasurement conflicts =
                gauge(meter, "buzon.sync.conflicts", "{conflict}", "Differences noted in the last 30 days");
        ObservableLongMeasurement silence =
                gauge(meter, "buzon.sync.silence", "s", "Since the other side last told all its changes");
        ObservableLongMeasurement condition = gauge(
                meter, "buzon.sync.condition", "1", "1 for what this node is in, 0 for what it could be in otherwise");
        ClassLoader ours = Thread.currentThread().getContextClassLoader();
        collected = meter.batchCallback(
                () -> {
                    ClassLoader before = Thread.currentThread().getContextClassLoader();
                    Thread.currentThread().setContextClassLoader(ours);
                    try {
                        Instant now = clock.instant();
                        SyncRecords.Figures figures = records.figures(now.minus(CONFLICTS));
                        depth.record(figures.queued());
                        oldest.record(age(figures.oldest(), now));
                        parked.record(figures.parked());
                        conflicts.record(figures.conflicts());
                        if (figures.lastExchange() != null) {
                            silence.record(age(figures.lastExchange(), now));
                        }
                        Condition present = clockwork.condition();
                        for (Condition one : Condition.values()) {
                            condition.record(one == present ? 1 : 0, Attributes.of(CONDITION, one.name()));
                        }
                    } finally {
                        Thread.currentThread().setContextClassLoader(before);
                    }
                },
                depth,
                oldest,
                parked,
                conflicts,
                silence,
                condition);
    }

    @PreDestroy
    void close() {
        if (collected != null) {
            collected.close();
        }
    }

    private static ObservableLongMeasurement gauge(Meter meter, String name, String unit, String description) {
        return meter.gaugeBuilder(name)
                .ofLongs()
                .setUnit(unit)
                .setDescription(description)
                .buildObserver();
    }

    private static long age(@Nullable Instant since, Instant now) {
        return since == null ? 0 : Math.max(0, Duration.between(since, now).toSeconds());
    }
}
