package cl.buzon.sandbox;

import static cl.buzon.sandbox.Outside.encoded;
import static cl.buzon.sandbox.Outside.json;
import static cl.buzon.sandbox.Outside.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Behaviours 1 to 8 and 16 to 20 of the reference: rows, their values, and how they are written. */
class TableRowsTest {

    private static final String CASES = "/api/now/v2/table/sn_customerservice_case";

    private final SandboxServer server = SandboxServer.start();
    private final Outside caller = Outside.integrationUser(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoDoesNotSignInIsRefusedWithTheRealmsName() {
        HttpResponse<String> answer = Outside.nobody(server).get("/api/now/table/sn_customerservice_case");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"Service-now\"");
        assertThat(json(answer).at("/error/message").asText()).isEqualTo("User Not Authenticated");
        assertThat(json(answer).path("status").asText()).isEqualTo("failure");
    }

    @Test
    void newerInstancesSayItOtherwise() {
        server.instance().switches().notAuthenticated = "User is not authenticated";

        HttpResponse<String> answer = Outside.nobody(server).get(CASES);

        assertThat(json(answer).at("/error/message").asText()).isEqualTo("User is not authenticated");
    }

    @Test
    void anUnknownTableIsInvalid() {
        HttpResponse<String> answer = caller.get("/api/now/table/u_nope");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/error/message").asText()).isEqualTo("Invalid table u_nope");
        assertThat(json(answer).at("/error/detail").isNull()).isTrue();
    }

    @Test
    void anUnknownAddressRepresentsNoResource() {
        HttpResponse<String> answer = caller.get("/api/now/nothing");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/error/message").asText())
                .isEqualTo("Requested URI does not represent any resource");
    }

    @Test
    void whatIsNotThereAndWhatIsHiddenAreTheSame() {
        String hidden = caller.open("hidden");
        server.instance().switches().hiddenRows.add(hidden);

        HttpResponse<String> ofHidden = caller.get(CASES + "/" + hidden);
        HttpResponse<String> ofNothing = caller.get(CASES + "/00000000000000000000000000000000");

        assertThat(ofHidden.statusCode()).isEqualTo(404);
        assertThat(ofHidden.body()).isEqualTo(ofNothing.body());
        assertThat(json(ofNothing).at("/error/message").asText()).isEqualTo("No Record found");
        assertThat(json(ofNothing).at("/error/detail").asText())
                .isEqualTo("Record doesn't exist or ACL restricts the record retrieval");
    }

    @Test
    void anEmptyListIsNotFoundInTheFirstVersionOnly() {
        String nothing = "/table/sn_customerservice_case?sysparm_query=number=CS9999999";

        assertThat(caller.get("/api/now/v1" + nothing).statusCode()).isEqualTo(404);
        assertThat(caller.get("/api/now/v2" + nothing).body()).isEqualTo("{\"result\":[]}");
        assertThat(caller.get("/api/now" + nothing).statusCode()).isEqualTo(200);
    }

    @Test
    void allValuesAreTextAndReferencesCarryTheInstancesOwnName() {
        String id = caller.open("values");
        server.instance().executive("marcela.fuentes").assign(id, "rodrigo.lagos");

        JsonNode row = result(caller.get(CASES + "/" + id));

        assertThat(row.path("active").isTextual()).isTrue();
        assertThat(row.path("sys_mod_count").asText()).isEqualTo("1");
        assertThat(row.path("account").asText()).isEmpty();
        assertThat(row.at("/assigned_to/value").asText()).hasSize(32);
        assertThat(row.at("/assigned_to/link").asText())
                .startsWith("https://sandbox.service-now.example/api/now/v2/table/sys_user/");
        assertThat(row.at("/sys_domain/value").asText()).isEqualTo("global");
    }

    @Test
    void aValueHasSixForms() {
        String id = caller.open("forms");
        server.instance().executive("marcela.fuentes").assign(id, "rodrigo.lagos");
        String one = CASES + "/" + id + "?sysparm_fields=state,assigned_to,consumer&sysparm_display_value=";

        assertThat(caller.get(one + "false").body()).contains("\"state\":\"1\"", "\"link\"", "\"value\"");
        assertThat(result(caller.get(one + "true")).toString())
                .contains("\"state\":\"New\"", "\"display_value\":\"Rodrigo Lagos\"", "\"consumer\":\"\"")
                .doesNotContain("\"value\"");
        assertThat(caller.get(one + "all").body())
                .contains(
                        "\"state\":{\"display_value\":\"New\",\"value\":\"1\"}",
                        "\"consumer\":{\"display_value\":\"\",\"value\":\"\"}");
        String bare = "&sysparm_exclude_reference_link=true";
        assertThat(caller.get(one + "false" + bare).body())
                .contains("\"assigned_to\":\"a0000000000000000000000000000003\"");
        assertThat(caller.get(one + "true" + bare).body()).contains("\"assigned_to\":\"Rodrigo Lagos\"");
        assertThat(caller.get(one + "all" + bare).body())
                .contains("\"assigned_to\":{\"display_value\":\"Rodrigo Lagos\","
                        + "\"value\":\"a0000000000000000000000000000003\"}");
    }

    @Test
    void unknownAndHiddenFieldsAreAbsentAndReferencesAreFollowed() {
        String id = caller.open("fields");
        caller.patch(CASES + "/" + id, "{\"contact\":\"d0000000000000000000000000000001\"}");
        server.instance().switches().hiddenFields.add("sn_customerservice_case.u_compensation_state");

        JsonNode row = result(
                caller.get(CASES + "/" + id + "?sysparm_fields=number,u_nope,u_compensation_state,contact.email"));

        assertThat(row.path("contact.email").asText()).isEqualTo("camila@andessur.example");
        assertThat(row.has("u_nope")).isFalse();
        assertThat(row.has("u_compensation_state")).isFalse();
        assertThat(row.size()).isEqualTo(2);
    }

    @Test
    void aNewCaseIsNumberedAndHasItsDefaults() {
        HttpResponse<String> answer = caller.post(CASES, "{\"short_description\":\"Caja rota\"}");

        JsonNode row = result(answer);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith(row.path("sys_id").asText());
        assertThat(row.path("sys_id").asText()).matches("[0-9a-f]{32}");
        assertThat(row.path("number").asText()).matches("CS\\d{7}");
        assertThat(row.path("state").asText()).isEqualTo("1");
        assertThat(row.path("priority").asText()).isEqualTo("4");
        assertThat(row.path("active").asText()).isEqualTo("true");
        assertThat(row.path("sys_mod_count").asText()).isEqualTo("0");
        assertThat(row.path("case").asText())
                .isEqualTo("Caja rota\u200b" + row.path("number").asText());
    }

    @Test
    void numbersIncrease() {
        String first = result(caller.post(CASES, "{}")).path("number").asText();
        String second = result(caller.post(CASES, "{}")).path("number").asText();

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void unknownKeysAndThoseOfTheSystemAreIgnored() {
        String id = caller.open("keys");

        HttpResponse<String> answer =
                caller.patch(CASES + "/" + id, "{\"u_nope\":\"x\",\"sys_created_by\":\"somebody\",\"cause\":\"y\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(result(answer).has("u_nope")).isFalse();
        assertThat(result(answer).path("sys_created_by").asText()).isEqualTo("buzon.integration");
        assertThat(result(answer).path("cause").asText()).isEqualTo("y");
    }

    @Test
    void whatIsTooLongIsCutAndAnsweredCut() {
        server.instance().switches().lengths.put("sn_customerservice_case.short_description", 40);

        JsonNode row = result(caller.post(CASES, "{\"short_description\":\"" + "x".repeat(41) + "\"}"));

        assertThat(row.path("short_description").asText()).hasSize(40);
    }

    @Test
    void putLeavesAloneWhatItDoesNotNameAndClearsWhatIsEmpty() {
        String id = caller.open("put");
        caller.patch(CASES + "/" + id, "{\"cause\":\"rain\",\"description\":\"wet\"}");

        JsonNode row = result(caller.write("PUT", CASES + "/" + id, "{\"description\":\"\"}"));

        assertThat(row.path("cause").asText()).isEqualTo("rain");
        assertThat(row.path("description").asText()).isEmpty();
        assertThat(caller.write("PUT", CASES + "/00000000000000000000000000000000", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyAChangeMovesTimeAndCount() {
        String id = caller.open("marks");
        String before = server.instance().aCase(id).get("sys_updated_on");
        server.instance().clock().move(Duration.ofSeconds(7));

        JsonNode same = result(caller.patch(CASES + "/" + id, "{\"short_description\":\"marks\"}"));
        JsonNode other = result(caller.patch(CASES + "/" + id, "{\"short_description\":\"other\"}"));

        assertThat(same.path("sys_mod_count").asText()).isEqualTo("0");
        assertThat(same.path("sys_updated_on").asText()).isEqualTo(before);
        assertThat(other.path("sys_mod_count").asText()).isEqualTo("1");
        assertThat(other.path("sys_updated_on").asText())
                .isGreaterThan(before)
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(other.path("sys_updated_by").asText()).isEqualTo("buzon.integration");
    }

    @Test
    void whatAScriptOrALongTransactionChangesCarriesNoNewTime() {
        String id = caller.open("script");
        String before = server.instance().aCase(id).get("sys_updated_on");

        server.instance().changeByScript(id, Map.of("state", "10"));

        assertThat(server.instance().aCase(id).get("state")).isEqualTo("10");
        assertThat(server.instance().aCase(id).get("sys_updated_on")).isEqualTo(before);

        server.instance().commitLate(id, Duration.ofSeconds(30), Map.of("state", "18"));

        assertThat(server.instance().aCase(id).get("sys_updated_on")).isLessThan(before);
        assertThat(result(caller.get(CASES + "?sysparm_query=" + encoded("state=18")))
                        .size())
                .isEqualTo(1);
    }
}
