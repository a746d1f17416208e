package cl.buzon.connector.operation;

import cl.buzon.connector.spi.CallObserver;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How many calls of which kind this node makes to the other side, how long they take and how they end. */
@ApplicationScoped
public class CallFigures implements CallObserver {

    private static final double NANOS = 1e9;
    private static final AttributeKey<String> CALL = AttributeKey.stringKey("call");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Instance<Meter> meters;

    private @Nullable DoubleHistogram calls;

    @PostConstruct
    void open() {
        if (meters.isResolvable()) {
            calls = meters.get()
                    .histogramBuilder("buzon.sync.calls")
                    .setUnit("s")
                    .setDescription("Calls to the other side, by what was asked and how it ended")
                    .build();
        }
    }

    @Override
    public void called(String name, Duration took, Outcome outcome) {
        if (calls != null) {
            calls.record(took.toNanos() / NANOS, Attributes.of(CALL, name, OUTCOME, outcome.name()));
        }
    }
}
