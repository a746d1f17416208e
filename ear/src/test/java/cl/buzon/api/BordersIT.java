package cl.buzon.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import cl.buzon.systems.Api;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.RunningPortal;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may see and do what: every call on a case, by everybody who is not its reporter. */
@PortalTest
class BordersIT {

    private static final String STAFF = "buzon-demo-staff";

    /** The calls on one case. */
    enum Call {
        VIEW(Method.GET, "", "", false),
        ACTIVITIES(Method.GET, "/activities", "", false),
        DOWNLOAD(Method.GET, "/attachments/" + new UUID(0, 1), "", false),
        WRITE(Method.POST, "/messages", "{\"text\":\"Hola\"}", true),
        CLOSE(Method.POST, "/actions/close", "{\"reason\":\"Ya no\"}", true),
        WITHDRAW(Method.POST, "/actions/withdraw", "{}", true);

        private final Method method;
        private final String path;
        private final String body;
        private final boolean changing;

        Call(Method method, String path, String body, boolean changing) {
            this.method = method;
            this.path = path;
            this.body = body;
            this.changing = changing;
        }

        ValidatableResponse on(String number, RequestSpecification by) {
            RequestSpecification request = body.isEmpty() ? by : by.body(body);
            return request.request(method, "/cases/" + number + path).then();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsAskedForAToken(Call call, Api api) {
        call.on("CS0001001", api.withoutToken())
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"));
        call.on("CS0001001", api.withToken("buzon-wrong")).statusCode(401);
    }

    @ParameterizedTest
    @EnumSource
    void anotherCompanysCaseIsNotThere(Call call, Api api) {
        String number = api.openCase("De Camila");

        call.on(number, api.asPaula()).statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @ParameterizedTest
    @EnumSource
    void aColleaguesCaseIsNotThereEither(Call call, Api api, RunningPortal portal) throws SQLException {
        String number = text(portal, """
                select c.number from claim_case c join portal_user u on u.id = c.reporter_id
                where u.email = ? order by c.number limit 1""", "diego@andessur.example");

        call.on(number, api.asCamila()).statusCode(404);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenThatOnlyReadsChangesNothing(Call call, Api api, RunningPortal portal) throws SQLException {
        String number = api.openCase("Solo lectura");
        String token = token(portal, "camila@andessur.example", "cases:read");

        ValidatableResponse answer = call.on(number, api.withToken(token));

        answer.statusCode(call.changing ? 403 : call == Call.DOWNLOAD ? 404 : 200);
    }

    @ParameterizedTest
    @EnumSource
    void theBackOfficeHasItsOwnCalls(Call call, Api api) {
        String number = api.openCase("De la otra puerta");

        call.on(number, api.withToken(STAFF)).statusCode(403);
    }

    @Test
    void staffCallsAreForStaff(Api api) {
        String number = api.openCase("Sin disfraz");

        for (RequestSpecification customer : new RequestSpecification[] {api.asCamila(), api.asPaula()}) {
            customer.body("{\"text\":\"Hola\"}")
                    .post("/staff/cases/{number}/messages", number)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("NOT_ALLOWED"));
        }
        api.asCamila()
                .body("{\"state\":\"PAID\",\"paidAmount\":1}")
                .put("/staff/cases/{number}/compensation", number)
                .then()
                .statusCode(403);
        api.withToken(STAFF)
                .body("{\"text\":\"Hola\"}")
                .post("/staff/cases/CS9999999/messages")
                .then()
                .statusCode(404);
    }

    @Test
    void listsAndFilesEndAtTheBorderToo(Api api) {
        String number = api.openCase("Frontera irrepetible");

        api.asPaula().queryParam("q", number).get("/cases").then().body("items", hasSize(0));
        api.asPaula().queryParam("q", "irrepetible").get("/cases").then().body("items", hasSize(0));
        api.asPaula().accept("*/*").get("/cases/export?format=csv").then().body(not(containsString(number)));
    }

    @Test
    void theCompanysAdministratorSeesEverybodysCases(Api api, RunningPortal portal) throws SQLException {
        String number = api.openCase("Visible para la empresa");
        String token = token(portal, "admin@andessur.example", "cases:read");

        api.withToken(token).get("/cases").then().statusCode(200).body("items.number", hasItem(number));
        api.withToken(token).get("/cases/{number}", number).then().statusCode(200);
    }

    private static String token(RunningPortal portal, String user, String scopes) throws SQLException {
        String secret = "buzon_" + UUID.randomUUID();
        text(portal, """
                insert into api_token (id, name, hash, user_id, scopes, created_at)
                select gen_random_uuid(), 'test', sha256(cast(? as bytea)), id, ?, now()
                from portal_user where email = ? returning name""", secret, scopes, user);
        return secret;
    }

    private static String text(RunningPortal portal, String sql, String... values) throws SQLException {
        try (Connection connection = portal.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
