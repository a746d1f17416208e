package cl.buzon.sandbox;

import static cl.buzon.sandbox.Outside.encoded;
import static cl.buzon.sandbox.Outside.json;
import static cl.buzon.sandbox.Outside.result;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.sandbox.instance.Executive;
import cl.buzon.sandbox.instance.Rule;
import cl.buzon.sandbox.instance.Switches.Unreadable;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Behaviours 25 to 32 of the reference: what rules make of a write, states, words, the Case API. */
class CaseJournalTest {

    private static final String CASES = "/api/now/v2/table/sn_customerservice_case";

    private final SandboxServer server = SandboxServer.start();
    private final Outside caller = Outside.integrationUser(server);
    private final Executive marcela = server.instance().executive("marcela.fuentes");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRuleMayWriteSomethingElse() {
        String id = caller.open("a");
        server.instance().add(new Rule("Shout", (before, changes) -> changes.containsKey("cause"), changes -> {
            changes.put("cause", "RAIN");
            return changes;
        }));

        JsonNode row = result(caller.patch(CASES + "/" + id, "{\"cause\":\"rain\"}"));

        assertThat(row.path("cause").asText()).isEqualTo("RAIN");
    }

    @Test
    void aRuleMayRefuseByItsName() {
        String id = caller.open("a");
        server.instance().add(Rule.refusing("Not on Mondays", (before, changes) -> true));

        HttpResponse<String> answer = caller.patch(CASES + "/" + id, "{\"cause\":\"rain\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).at("/error/detail").asText())
                .startsWith("Operation against file 'sn_customerservice_case' was aborted by Business Rule"
                        + " 'Not on Mondays^");
    }

    @Test
    void nothingIsResolvedOrClosedWithoutAResolutionCode() {
        String id = caller.open("a");

        HttpResponse<String> answer = caller.patch(CASES + "/" + id, "{\"state\":\"3\",\"close_notes\":\"x\"}");
        HttpResponse<String> complete =
                caller.patch(CASES + "/" + id, "{\"state\":\"6\",\"close_notes\":\"x\",\"resolution_code\":\"1\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).at("/error/detail").asText())
                .isEqualTo("Data Policy Exception: The following fields are mandatory: Resolution code");
        assertThat(complete.statusCode()).isEqualTo(200);
        assertThat(result(complete).path("resolved_at").asText()).isNotEmpty();
    }

    @Test
    void accessRulesRefuseEachDeedInItsOwnWords() {
        String id = caller.open("a");
        server.instance().switches().guardedFields.add("sn_customerservice_case.cause");
        server.instance().switches().forbiddenDeeds.add("Insert sn_customerservice_case");
        server.instance().switches().forbiddenDeeds.add("Delete sn_customerservice_case");

        assertThat(detail(caller.patch(CASES + "/" + id, "{\"cause\":\"x\"}")))
                .isEqualTo("ACL Exception Update Failed due to security constraints");
        assertThat(detail(caller.post(CASES, "{}")))
                .isEqualTo("ACL Exception Insert Failed due to security constraints");
        assertThat(detail(caller.write("DELETE", CASES + "/" + id, "")))
                .isEqualTo("ACL Exception Delete Failed due to security constraints");
    }

    @Test
    void statesHaveTheirLabels() {
        String choices = "/api/now/v2/table/sys_choice?sysparm_fields=value,label&sysparm_query="
                + encoded("name=sn_customerservice_case^element=state^inactive=false^language=en^ORDERBYsequence");

        assertThat(result(caller.get(choices)).toString())
                .isEqualTo("[{\"value\":\"1\",\"label\":\"New\"},{\"value\":\"10\",\"label\":\"Open\"},"
                        + "{\"value\":\"18\",\"label\":\"Awaiting Info\"},{\"value\":\"6\",\"label\":\"Resolved\"},"
                        + "{\"value\":\"3\",\"label\":\"Closed\"},{\"value\":\"7\",\"label\":\"Canceled\"}]");
    }

    @Test
    void theCustomersCommentOpensAWaitingCaseAgain() {
        String id = caller.open("a");
        marcela.askForInformation(id, "Which label?");

        JsonNode row = result(caller.patch(CASES + "/" + id, "{\"comments\":\"this one\"}"));

        assertThat(row.path("state").asText()).isEqualTo("10");
    }

    @Test
    void theExecutivesOwnWordsDoNot() {
        String id = caller.open("a");
        marcela.askForInformation(id, "Which label?");

        marcela.comment(id, "And which box?");

        assertThat(server.instance().aCase(id).get("state")).isEqualTo("18");
    }

    @Test
    void closedCasesRefuseUpdatesUnlessTheInstanceIsKinder() {
        String id = caller.open("a");
        marcela.change(id, Map.of("state", "7"));

        assertThat(caller.patch(CASES + "/" + id, "{\"comments\":\"x\"}").statusCode())
                .isEqualTo(403);
        marcela.compensate(id, "paid", 1000);

        server.instance().switches().closedRefusesUpdates = false;
        assertThat(caller.patch(CASES + "/" + id, "{\"comments\":\"x\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCommentIsAppendedAndNeverPartOfTheRow() {
        String id = caller.open("a");

        JsonNode answer = result(caller.patch(CASES + "/" + id, "{\"comments\":\"one\",\"work_notes\":\"two\"}"));

        assertThat(answer.path("comments").asText()).isEmpty();
        assertThat(answer.path("work_notes").asText()).isEmpty();
        assertThat(answer.path("sys_mod_count").asText()).isEqualTo("1");
        assertThat(result(caller.get(CASES + "/" + id)).path("comments").asText())
                .isEmpty();
    }

    @Test
    void shownWordsAreOneTextNewestFirst() {
        String id = caller.open("a");
        marcela.comment(id, "first");
        marcela.comment(id, "second");
        String one = CASES + "/" + id + "?sysparm_fields=comments&sysparm_display_value=";

        String shown = result(caller.get(one + "true")).path("comments").asText();
        JsonNode all = result(caller.get(one + "all")).path("comments");

        assertThat(shown)
                .matches("(?s)[0-9: -]{19} - Marcela Fuentes \\(Additional comments\\)\\Rsecond\\R{2}.*first\\R{2}");
        assertThat(all.path("value").asText()).isEmpty();
        assertThat(all.path("display_value").asText()).isEqualTo(shown);
    }

    @Test
    void theJournalHasARowForEachEntryEvenForTheSameTwice() {
        String id = caller.open("a");
        caller.patch(CASES + "/" + id, "{\"comments\":\"same\"}");
        caller.patch(CASES + "/" + id, "{\"comments\":\"same\"}");

        JsonNode rows = result(caller.get(journal(id)));

        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.at("/0/sys_created_by").asText()).isEqualTo("buzon.integration");
        assertThat(rows.at("/0/element").asText()).isEqualTo("comments");
        assertThat(rows.at("/0/value").asText()).isEqualTo("same");
        assertThat(rows.at("/0").has("sys_updated_on")).isFalse();
    }

    @Test
    void whoMayNotReadTheJournalFindsItEmptyOrForbidden() {
        String id = caller.open("a");
        marcela.comment(id, "x");

        server.instance().switches().unreadableTables.put("sys_journal_field", Unreadable.EMPTY);
        assertThat(result(caller.get(journal(id))).size()).isZero();

        server.instance().switches().unreadableTables.put("sys_journal_field", Unreadable.FORBIDDEN);
        assertThat(caller.get(journal(id)).statusCode()).isEqualTo(403);
    }

    @Test
    void markedUpWordsAreKeptAsTheyAreAndShownWithoutMarks() {
        String id = caller.open("a");
        marcela.comment(id, "[code]<p>Hola</p>[/code]");

        JsonNode entry = result(caller.get("/api/sn_customerservice/case/" + id + "/activities"))
                .at("/entries/0");

        assertThat(result(caller.get(journal(id))).at("/0/value").asText()).isEqualTo("[code]<p>Hola</p>[/code]");
        assertThat(entry.path("value").asText()).isEqualTo("Hola");
        assertThat(entry.path("contains_code").asText()).isEqualTo("true");
    }

    @Test
    void theCaseApiAnswersInItsOwnShapes() {
        HttpResponse<String> made = caller.post(
                "/api/sn_customerservice/case",
                "{\"short_description\":\"a\",\"contact\":\"d0000000000000000000000000000001\","
                        + "\"assigned_to\":\"a0000000000000000000000000000002\"}");
        String id = result(made).path("sys_id").asText();
        marcela.comment(id, "first");
        marcela.attach(id, "a.txt", "text/plain", new byte[] {1, 2, 3});

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(result(made).size()).isEqualTo(2);
        String one = "/api/sn_customerservice/case/" + id;
        assertThat(result(caller.get(one)).at("/contact/name").asText()).isEqualTo("Camila Rojas");
        assertThat(result(caller.get(one)).path("assigned_to").asText()).startsWith("a000");
        assertThat(result(caller.get(one + "?sysparm_reference_fields=false"))
                        .path("contact")
                        .isTextual())
                .isTrue();
        JsonNode entries = result(caller.get(one + "/activities")).path("entries");
        assertThat(entries.at("/0/element").asText()).isEqualTo("attachment");
        assertThat(entries.at("/0/attachment/size_bytes").isNumber()).isTrue();
        assertThat(entries.at("/1/value").asText()).isEqualTo("first");
        assertThat(result(caller.get("/api/sn_customerservice/case/field_values/state"))
                        .at("/0/label")
                        .asText())
                .isEqualTo("New");
    }

    @Test
    void aCustomerSeesAndChangesOnlyWhatIsTheirs() {
        String id = caller.open("a");
        caller.patch(CASES + "/" + id, "{\"contact\":\"d0000000000000000000000000000001\"}");
        Outside camila = Outside.user(server, "camila@andessur.example", "Buzon-demo-2026");
        Outside paula = Outside.user(server, "paula@pacifico.example", "Buzon-demo-2026");
        String one = "/api/sn_customerservice/case/" + id;

        assertThat(paula.get(one).statusCode()).isEqualTo(404);
        camila.write("PUT", one, "{\"comments\":\"mine\",\"short_description\":\"other\"}");

        assertThat(server.instance().aCase(id).get("short_description")).isEqualTo("a");
        assertThat(server.instance().journal(id)).hasSize(1);
    }

    private static String journal(String id) {
        return "/api/now/v2/table/sys_journal_field?sysparm_query="
                + encoded("element_id=" + id + "^elementINcomments,work_notes^ORDERBYsys_created_on");
    }

    private static String detail(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        return json(answer).at("/error/detail").asText();
    }
}
