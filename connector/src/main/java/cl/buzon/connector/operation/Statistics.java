package cl.buzon.connector.operation;

import cl.buzon.connector.schedule.Clockwork;
import cl.buzon.connector.schedule.SyncState;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.desk.SyncStatus;
import cl.buzon.desk.SyncStatus.Condition;
import cl.buzon.desk.SyncStatus.Hour;
import cl.buzon.shared.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How the sync fares, in figures. */
@ApplicationScoped
class Statistics {

    private static final int HOURS = 24;
    private static final Duration CONFLICTS = Duration.ofDays(30);

    @Inject
    private SyncRecords records;

    @Inject
    private SyncState state;

    @Inject
    private Clock clock;

    /** How long a case may wait before operators are told. */
    @Inject
    @ConfigProperty(name = "buzon.connector.alert-after", defaultValue = "PT15M")
    private Duration alertAfter;

    SyncStatus status(Clockwork clockwork) {
        Instant now = clock.instant();
        Instant midnight = LocalDate.ofInstant(now, BusinessClock.SANTIAGO)
                .atStartOfDay(BusinessClock.SANTIAGO)
                .toInstant();
        SyncRecords.Figures figures = records.figures(now.minus(CONFLICTS));
        List<Hour> today = records.hours(midnight);
        long exchanges = today.stream().mapToLong(Hour::exchanges).sum();
        boolean connected = clockwork.remote().isPresent();
        return new SyncStatus(
                clockwork.remote().map(TicketingSystem::name).orElse(""),
                connected ? clockwork.condition() : Condition.NOT_CONNECTED,
                state.lastSwitch().orElse(null),
                figures.queued(),
                figures.oldest(),
                isLate(figures.oldest(), now),
                figures.lastExchange(),
                figures.parked(),
                figures.conflicts(),
                exchanges,
                today.stream().mapToLong(Hour::failures).sum(),
                exchanges == 0 ? null : Duration.ofMillis(records.millis(midnight) / exchanges),
                lastDay(now));
    }

    private boolean isLate(@Nullable Instant oldest, Instant now) {
        return oldest != null && oldest.isBefore(now.minus(alertAfter));
    }

    /** Every one of the last 24 hours, also those without a call. */
    private List<Hour> lastDay(Instant now) {
        Instant first = now.truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1, ChronoUnit.HOURS);
        Map<Instant, Hour> known =
                records.hours(first).stream().collect(Collectors.toMap(Hour::start, Function.identity()));
        List<Hour> all = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            Instant start = first.plus(i, ChronoUnit.HOURS);
            all.add(known.getOrDefault(start, new Hour(start, 0, 0)));
        }
        return all;
    }
}
