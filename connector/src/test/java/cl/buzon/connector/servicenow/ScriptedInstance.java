package cl.buzon.connector.servicenow;

import cl.buzon.connector.http.ScriptedServer;
import java.util.List;

/** An instance that answers what a test tells it to, and remembers what it was asked. */
final class ScriptedInstance extends ScriptedServer {

    static final String CASES = "/api/now/v2/table/sn_customerservice_case";

    ScriptedInstance() {
        for (String table : List.of("sys_dictionary", "customer_contact", "sys_user", "sys_choice", "sys_user_group")) {
            on("GET", "/api/now/v2/table/" + table, Reply.json(200, "{\"result\":[]}"));
        }
    }

    @Override
    protected Reply unknown(Asked one) {
        return Reply.error(400, "Requested URI does not represent any resource", one.path());
    }
}
