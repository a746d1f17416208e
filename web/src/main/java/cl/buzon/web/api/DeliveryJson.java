package cl.buzon.web.api;

import cl.buzon.desk.DeliveryView;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a webhook's log. */
record DeliveryJson(
        UUID id,
        String type,
        @JsonProperty("case") @Nullable String number,
        DeliveryView.State state,
        int attempts,
        Instant createdAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant finishedAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError,
        @Nullable String lastAnswer) {

    static DeliveryJson of(DeliveryView view) {
        return new DeliveryJson(
                view.id(),
                view.type(),
                view.number(),
                view.state(),
                view.attempts(),
                view.createdAt(),
                view.lastAttemptAt(),
                view.nextAttemptAt(),
                view.finishedAt(),
                view.lastStatus(),
                view.lastError(),
                view.lastAnswer());
    }
}
