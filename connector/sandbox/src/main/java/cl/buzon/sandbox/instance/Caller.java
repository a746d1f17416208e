package cl.buzon.sandbox.instance;

import java.util.ArrayList;
import java.util.List;

/** Who acts in one call, and what came of it so far. Belongs to one thread. */
public final class Caller {

    private final String userName;
    private final List<String> committed = new ArrayList<>();

    public Caller(String userName) {
        this.userName = userName;
    }

    public String userName() {
        return userName;
    }

    /** What was written, each as {@code insert sn_customerservice_case/<sys_id>}. */
    public List<String> committed() {
        return List.copyOf(committed);
    }

    void wrote(String deed, String table, String id) {
        committed.add(deed + " " + table + "/" + id);
    }
}
