package cl.buzon.systems;

import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The executives' side, as the executive Marcela through the staff calls of the API. Each call must succeed. */
public final class BackOffice {

    private final Api api;

    private BackOffice(Api api) {
        this.api = api;
    }

    static BackOffice of(RunningPortal portal) {
        return new BackOffice(Api.of(portal));
    }

    /** A request of Marcela's, for what this class has no words for. */
    public RequestSpecification asMarcela() {
        return api.withToken("buzon-demo-staff");
    }

    /** Writes to the customer. */
    public void write(String caseNumber, String text) {
        asMarcela()
                .body(Map.of("text", text))
                .post("/staff/cases/{number}/messages", caseNumber)
                .then()
                .statusCode(201);
    }

    /** Leaves a note that no customer sees. */
    public void note(String caseNumber, String text) {
        asMarcela()
                .body(Map.of("text", text))
                .post("/staff/cases/{number}/notes", caseNumber)
                .then()
                .statusCode(201);
    }

    /** Moves the case on: {@code accept-work}, {@code request-info}, {@code resolve} or {@code cancel}. */
    public void act(String caseNumber, String action, String reason) {
        asMarcela()
                .body(Map.of("reason", reason))
                .post("/staff/cases/{number}/actions/{action}", caseNumber, action)
                .then()
                .statusCode(200);
    }

    /** Decides on the compensation; amounts in pesos, null where there is none. */
    public void compensate(String caseNumber, String state, @Nullable Integer approved, @Nullable Integer paid) {
        Map<String, @Nullable Object> compensation = new HashMap<>();
        compensation.put("state", state);
        compensation.put("approvedAmount", approved);
        compensation.put("paidAmount", paid);
        asMarcela()
                .body(compensation)
                .put("/staff/cases/{number}/compensation", caseNumber)
                .then()
                .statusCode(200);
    }
}
