package cl.buzon.connector.schedule;

import cl.buzon.connector.link.Sql;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/** Counts the calls to the other side: in memory at each call, and now and then in the database, by the hour. */
@ApplicationScoped
public class Tally {

    private static final Duration KEPT = Duration.ofDays(31);

    private static final String ADD = """
            insert into sync_hour (hour, exchanges, failures, millis) values (?, ?, ?, ?)
            on conflict (hour) do update set exchanges = sync_hour.exchanges + excluded.exchanges,
                failures = sync_hour.failures + excluded.failures, millis = sync_hour.millis + excluded.millis""";

    @Resource(lookup = "java:jboss/datasources/BuzonDS")
    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    private Sql sql;

    private final LongAdder exchanges = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder millis = new LongAdder();

    @PostConstruct
    void open() {
        sql = new Sql(database);
    }

    void count(boolean good, Duration took) {
        exchanges.increment();
        millis.add(took.toMillis());
        if (!good) {
            failures.increment();
        }
    }

    /** Writes down what has been counted since it last was. */
    @Transactional
    public void write() {
        long count = exchanges.sumThenReset();
        if (count > 0) {
            sql.change(
                    ADD,
                    clock.instant().truncatedTo(ChronoUnit.HOURS),
                    count,
                    failures.sumThenReset(),
                    millis.sumThenReset());
            sql.change("delete from sync_hour where hour < ?", clock.instant().minus(KEPT));
        }
    }
}
