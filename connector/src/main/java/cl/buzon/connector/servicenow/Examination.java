package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.Finding;
import java.util.List;

/** Asks an instance everything that could go wrong with it, one thing after the other. */
final class Examination {

    Examination(ServiceNowSettings settings, Api api, ServerClock clock, Lengths lengths, List<String> columns) {}

    List<Finding> run() {
        return List.of();
    }
}
