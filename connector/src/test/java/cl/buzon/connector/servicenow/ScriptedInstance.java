package cl.buzon.connector.servicenow;

import cl.buzon.connector.http.ScriptedServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;

/** An instance that answers what a test tells it to, and remembers what it was asked. */
class ScriptedInstance extends ScriptedServer {

    private static final String TABLES = "/api/now/v2/table/";

    static final String CASES = TABLES + "sn_customerservice_case";
    static final String USERS = TABLES + "sys_user";
    static final String JOURNAL = TABLES + "sys_journal_field";

    /** The case that tests are about. */
    static final String ROW = CASES + "/" + Connected.TICKET;

    ScriptedInstance() {
        for (String table : List.of("sys_dictionary", "customer_contact", "sys_user", "sys_choice", "sys_user_group")) {
            on("GET", TABLES + table, rows());
        }
    }

    @Override
    protected Reply unknown(Asked one) {
        return Reply.error(400, "Requested URI does not represent any resource", one.path());
    }

    /** A good answer. */
    static Reply result(String json) {
        return Reply.json(200, Connected.result(json));
    }

    /** A good answer with these rows. */
    static Reply rows(String... rows) {
        return result("[" + String.join(",", rows) + "]");
    }

    static String user(String key, String login, String name, String mail) {
        return "{\"sys_id\":\"" + key + "\",\"user_name\":\"" + login + "\",\"name\":\"" + name + "\",\"email\":\""
                + mail + "\"}";
    }

    static JsonObject body(Asked asked) {
        try (var reader = Json.createReader(new StringReader(asked.body()))) {
            return reader.readObject();
        }
    }
}
