package cl.buzon.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the settings of this area from MicroProfile Config, and gives it the world: chance and the names of hosts. */
@ApplicationScoped
class WebhookProperties {

    @Produces
    @Dependent
    WebhookSettings settings(
            @ConfigProperty(name = "buzon.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(
                            name = "buzon.webhooks.pauses",
                            defaultValue = "PT10S,PT30S,PT2M,PT10M,PT30M,PT1H,PT2H,PT4H")
                    List<Duration> pauses) {
        return new WebhookSettings(demo, pauses);
    }

    @Produces
    @Dependent
    RetrySchedule schedule(WebhookSettings settings) {
        return new RetrySchedule(
                settings.pauses(), () -> ThreadLocalRandom.current().nextDouble());
    }

    @Produces
    @Dependent
    AddressJudge judge(WebhookSettings settings) {
        return new AddressJudge(settings.demo(), InetAddress::getAllByName);
    }
}
