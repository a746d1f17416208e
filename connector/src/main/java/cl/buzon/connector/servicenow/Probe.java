package cl.buzon.connector.servicenow;

import cl.buzon.connector.http.ServerClock;
import cl.buzon.connector.spi.RemoteFailure;
import java.util.List;

/** What an examination looks with. */
record Probe(
        ServiceNowSettings settings,
        Api api,
        ServerClock clock,
        Lengths lengths,
        Choices choices,
        List<String> columns) {

    Probe {
        columns = List.copyOf(columns);
    }

    List<Row> rows(String path, Query query, List<String> fields, int limit) {
        return api.list("doctor", path, query, fields, limit, 0).rows();
    }

    static String words(RemoteFailure failure) {
        return String.valueOf(failure.getMessage());
    }
}
