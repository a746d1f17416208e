package cl.buzon.sandbox;

import static cl.buzon.sandbox.Outside.encoded;
import static cl.buzon.sandbox.Outside.json;
import static cl.buzon.sandbox.Outside.result;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Switches.UnknownField;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Behaviours 9 to 15, 21 and 24 of the reference: lists, pages, encoded queries, times. */
class TableListsTest {

    private static final String CASES = "/api/now/v2/table/sn_customerservice_case";

    private final SandboxServer server = SandboxServer.start();
    private final Outside caller = Outside.integrationUser(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theLimitIsCutBeforeRowsAreHidden() {
        List<String> ids =
                IntStream.range(0, 4).mapToObj(i -> caller.open("case " + i)).toList();
        server.instance().switches().hiddenRows.addAll(ids.subList(0, 2));
        String query = CASES + "?sysparm_query=ORDERBYnumber&sysparm_limit=2&sysparm_offset=";

        HttpResponse<String> first = caller.get(query + 0);
        HttpResponse<String> second = caller.get(query + 2);

        assertThat(result(first).size()).isZero();
        assertThat(first.headers().firstValue("X-Total-Count")).contains("4");
        assertThat(result(second).size()).isEqualTo(2);
    }

    @Test
    void pagesAreLinkedUnderTheInstancesName() {
        IntStream.range(0, 5).forEach(i -> caller.open("case " + i));

        String first = link(caller.get(CASES + "?sysparm_limit=2"));
        String last = link(caller.get(CASES + "?sysparm_limit=2&sysparm_offset=4"));

        assertThat(first)
                .contains("https://sandbox.service-now.example/api/now/v2/table/")
                .contains("sysparm_offset=-1>;rel=\"prev\"")
                .contains("sysparm_offset=2>;rel=\"next\"")
                .contains("sysparm_offset=4>;rel=\"last\"");
        assertThat(last).doesNotContain("rel=\"next\"");
    }

    @Test
    void linksAndCountAreLeftOutWhereNotWantedOrNotNeeded() {
        IntStream.range(0, 3).forEach(i -> caller.open("case " + i));

        assertThat(link(caller.get(CASES + "?sysparm_limit=3"))).isEmpty();
        assertThat(link(caller.get(CASES + "?sysparm_limit=1&sysparm_suppress_pagination_header=true")))
                .isEmpty();
        HttpResponse<String> uncounted = caller.get(CASES + "?sysparm_limit=1&sysparm_no_count=true");
        assertThat(uncounted.headers().firstValue("X-Total-Count")).isEmpty();
        assertThat(link(uncounted)).doesNotContain("rel=\"last\"");
    }

    @Test
    void rowsThatMoveBetweenTwoPagesAreSkipped() {
        List<String> ids =
                IntStream.range(0, 4).mapToObj(i -> caller.open("case " + i)).toList();
        String query = CASES + "?sysparm_fields=sys_id&sysparm_limit=2&sysparm_query="
                + encoded("active=true^ORDERBYnumber") + "&sysparm_offset=";

        String first = caller.get(query + 0).body();
        server.instance().changeByScript(ids.get(0), Map.of("active", "false"));
        String second = caller.get(query + 2).body();

        assertThat(first + second).doesNotContain(ids.get(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "state=1|a,c",
                "state!=1|b",
                "impact<2|a",
                "impact<=2|a,b",
                "impact>2|c",
                "impact>=2|b,c",
                "short_descriptionLIKEA|a",
                "short_descriptionSTARTSWITHb|b",
                "short_descriptionENDSWITHc|c",
                "impactIN1,3|a,c",
                "impactNOT IN1,3|b",
                "causeISEMPTY|b,c",
                "causeISNOTEMPTY|a",
                "impactBETWEEN2@3|b,c",
                "contact.email=camila@andessur.example|a",
                "state=1^impact=3|c",
                "impact=1^ORimpact=2^state=1|a",
                "state=10^NQimpact=3|b,c",
                "ORDERBYDESCimpact^EQ|c,b,a",
                "state=1^ORDERBYDESCimpact^ORDERBYnumber^EQ|c,a"
            })
    void encodedQueriesFindWhatTheyName(String query, String expected) {
        make("a", "1", "1", Map.of("cause", "rain", "contact", "d0000000000000000000000000000001"));
        make("b", "10", "2", Map.of());
        make("c", "1", "3", Map.of());

        List<String> found = subjects(CASES + "?sysparm_query=" + encoded(query));

        if (query.contains("ORDERBY")) {
            assertThat(String.join(",", found)).isEqualTo(expected);
        } else {
            assertThat(found).containsExactlyInAnyOrder(expected.split(",", -1));
        }
    }

    @Test
    void fieldNamesCanStandForAQuery() {
        make("a", "1", "1", Map.of());
        make("b", "10", "1", Map.of());

        assertThat(subjects(CASES + "?state=10&impact=1")).containsExactly("b");
    }

    @Test
    void withoutAnOrderRowsComeAsTheyLike() {
        IntStream.range(0, 40).forEach(i -> caller.open("case " + i));

        List<String> once = subjects(CASES);

        assertThat(once).hasSize(40).isNotEqualTo(subjects(CASES));
    }

    @Test
    void anUnknownFieldInAQueryWidensEmptiesOrForbids() {
        caller.open("a");
        caller.open("b");
        String query = CASES + "?sysparm_query=" + encoded("u_nope=1^short_description=a");

        assertThat(subjects(query)).containsExactly("a");
        assertThat(subjects(CASES + "?sysparm_query=u_nope=1")).hasSize(2);

        server.instance().switches().unknownField = UnknownField.GIVES_NO_ROWS;
        assertThat(subjects(query)).isEmpty();

        server.instance().switches().unknownField = UnknownField.IS_FORBIDDEN;
        HttpResponse<String> forbidden = caller.get(query);
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(json(forbidden).at("/error/message").asText()).isEqualTo("Insufficient rights to query records");
    }

    @Test
    void generatedTimesAreInTheUsersZoneAndLiteralsInUtc() {
        Instance instance = server.instance();
        String user = instance.user("buzon.integration").orElseThrow().id();
        instance.changeByScript(user, Map.of("time_zone", "America/Santiago"));
        String id = caller.open("a");
        instance.changeByScript(id, Map.of("sys_updated_on", "2026-07-01 14:00:00"));
        String generated = "sys_updated_on=javascript:gs.dateGenerate('2026-07-01','10:00:00')";

        assertThat(subjects(CASES + "?sysparm_query=" + encoded(generated))).containsExactly("a");
        String literal = CASES + "?sysparm_query=" + encoded("sys_updated_on=2026-07-01 14:00:00");
        assertThat(subjects(literal)).containsExactly("a");

        instance.switches().literalsInUsersZone = true;
        assertThat(subjects(literal)).isEmpty();
    }

    @Test
    void manyRowsMayShareOneSecond() {
        server.instance().clock().skew(Duration.ofDays(1));
        List<String> ids = new ArrayList<>();
        IntStream.range(0, 300).forEach(i -> ids.add(caller.open("case " + i)));
        ids.forEach(id -> server.instance().changeByScript(id, Map.of("sys_updated_on", "2026-02-03 14:00:00")));

        String query = CASES + "?sysparm_query=" + encoded("sys_updated_on=2026-02-03 14:00:00");

        assertThat(result(caller.get(query)).size()).isEqualTo(300);
    }

    @Test
    void whatIsDeletedLeavesNoTrace() {
        String id = caller.open("a");

        assertThat(caller.write("DELETE", CASES + "/" + id, "").statusCode()).isEqualTo(204);
        assertThat(subjects(CASES)).isEmpty();
        assertThat(caller.get(CASES + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aTableHoldsTheRowsOfThoseThatExtendIt() {
        caller.open("a");

        assertThat(result(caller.get("/api/now/v2/table/task")).size()).isEqualTo(1);
        assertThat(subjectsOf("/api/now/v2/table/sys_user", "email")).contains("camila@andessur.example");
    }

    @Test
    void rowsAreCountedAsAWholeAndByValue() {
        make("a", "1", "1", Map.of());
        make("b", "10", "1", Map.of());
        String stats = "/api/now/stats/sn_customerservice_case?sysparm_count=true";

        assertThat(json(caller.get(stats)).at("/result/stats/count").asText()).isEqualTo("2");
        JsonNode groups = result(caller.get(stats + "&sysparm_group_by=state"));
        assertThat(groups.isArray()).isTrue();
        assertThat(groups.size()).isEqualTo(2);
    }

    private void make(String subject, String state, String impact, Map<String, String> more) {
        String id = caller.open(subject);
        server.instance().changeByScript(id, Map.of("state", state, "impact", impact));
        server.instance().changeByScript(id, more);
    }

    private List<String> subjects(String path) {
        return subjectsOf(path, "short_description");
    }

    private List<String> subjectsOf(String path, String field) {
        return StreamSupport.stream(result(caller.get(path)).spliterator(), false)
                .map(row -> row.path(field).asText())
                .toList();
    }

    private static String link(HttpResponse<String> answer) {
        return answer.headers().firstValue("Link").orElse("");
    }
}
