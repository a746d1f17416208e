package cl.buzon.webhooks;

import java.time.Duration;
import java.util.List;

/**
 * How webhooks are told.
 *
 * @param demo whether addresses of this very machine are good, also without encryption ({@code buzon.demo})
 * @param pauses between the attempts of a delivery ({@code buzon.webhooks.pauses})
 */
public record WebhookSettings(boolean demo, List<Duration> pauses) {

    public WebhookSettings {
        pauses = List.copyOf(pauses);
    }
}
