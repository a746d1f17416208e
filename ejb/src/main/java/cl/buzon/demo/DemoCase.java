package cl.buzon.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case of the demo with all that happens on it.
 *
 * @param reporter the e-mail of the customer who opens it
 * @param claimed amount in CLP
 * @param follows subject of an earlier case of the same customer that this one follows up
 * @param steps in order; the first is the opening
 */
record DemoCase(
        String reporter,
        String category,
        String trackingNumber,
        String subject,
        String description,
        @Nullable Long claimed,
        @Nullable String follows,
        List<DemoStep> steps) {

    DemoCase {
        steps = List.copyOf(steps);
    }
}
