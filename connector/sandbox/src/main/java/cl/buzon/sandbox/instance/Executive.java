package cl.buzon.sandbox.instance;

import java.util.Map;

/** A person of the back office, who works on cases in the instance itself and not over its REST APIs. */
public final class Executive {

    private final Instance instance;
    private final String userName;

    Executive(Instance instance, String userName) {
        this.instance = instance;
        this.userName = userName;
    }

    public String userName() {
        return userName;
    }

    /**
     * Changes columns of a case, with {@code comments} and {@code work_notes} among them if wanted.
     *
     * @throws Denial when a rule or policy forbids it
     */
    public Row change(String id, Map<String, String> values) {
        return instance.update(new Caller(userName), Instance.CASE, id, values);
    }

    /** Says something that the customer reads. */
    public Row comment(String id, String text) {
        return change(id, Map.of("comments", text));
    }

    /** Says something that stays in the house. */
    public Row note(String id, String text) {
        return change(id, Map.of("work_notes", text));
    }

    /** Waits for the customer. */
    public Row askForInformation(String id, String text) {
        return change(id, Map.of("state", CaseRules.AWAITING_INFO, "comments", text));
    }

    public Row resolve(String id, String code, String notes) {
        return change(id, Map.of("state", CaseRules.RESOLVED, "resolution_code", code, "close_notes", notes));
    }

    public Row compensate(String id, String state, long amount) {
        return change(id, Map.of("u_compensation_state", state, "u_compensation_amount", String.valueOf(amount)));
    }

    /** Gives the case to a colleague. */
    public Row assign(String id, String colleague) {
        String user = instance.user(colleague).map(Row::id).orElseThrow(Denial::noRecord);
        return change(id, Map.of("assigned_to", user));
    }

    public Row attach(String id, String name, String type, byte[] bytes) {
        return instance.attach(new Caller(userName), Instance.CASE, id, name, type, Instance.stream(bytes));
    }

    /** Deletes the case, which leaves no trace for who polls. */
    public void delete(String id) {
        instance.delete(new Caller(userName), Instance.CASE, id);
    }
}
