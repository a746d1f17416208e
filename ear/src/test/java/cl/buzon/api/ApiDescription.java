package cl.buzon.api;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.RunningPortal;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's description as the portal serves it, and what it says of an answer. A route is a method and a path. */
final class ApiDescription {

    private static final JsonMapper JSON = new JsonMapper();

    /** What the server puts before the paths of the description. */
    private static final String BASE = "/csm/api/v1";

    private final JsonNode document;

    private ApiDescription(JsonNode document) {
        this.document = document;
    }

    static ApiDescription of(RunningPortal portal) {
        return new ApiDescription(JSON.readTree(given().accept("application/json")
                .get(portal.address().resolve("/openapi"))
                .then()
                .statusCode(200)
                .extract()
                .asString()));
    }

    Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        for (Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Entry<String, JsonNode> call : path.getValue().properties()) {
                routes.add(call.getKey().toUpperCase(Locale.ROOT) + " "
                        + path.getKey().substring(BASE.length()));
            }
        }
        return routes;
    }

    /** The codes of problems, whatever their status. */
    Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        document.path("x-codes").forEach(each -> each.forEach(code -> codes.add(code.asString())));
        return codes;
    }

    /** Asserts that the answer is one of those described for the route: its status, headers and body. */
    void assertDescribes(String route, Response answer) {
        String said = route + " -> " + answer.statusCode();
        JsonNode described = described(call(route).path("responses").path(Integer.toString(answer.statusCode())));
        assertThat(described.isMissingNode()).as("%s is not described", said).isFalse();
        for (Entry<String, JsonNode> header : described.path("headers").properties()) {
            assertHeader(said, header.getKey(), described(header.getValue()), answer.header(header.getKey()));
        }
        JsonNode content = described.path("content");
        if (content.isEmpty()) {
            assertThat(answer.asByteArray()).as("body of %s", said).isEmpty();
        } else {
            assertBody(said, content, answer);
        }
    }

    private void assertBody(String said, JsonNode content, Response answer) {
        String type = requireNonNull(answer.contentType()).replaceFirst(";.*", "");
        JsonNode body = content.has(type) ? content.get(type) : content.path("*/*");
        assertThat(body.isMissingNode()).as("%s as %s", said, type).isFalse();
        if (!type.endsWith("json")) {
            assertThat(answer.asByteArray()).as("body of %s", said).isNotEmpty();
            return;
        }
        JsonNode sent = JSON.readTree(answer.asString());
        assertThat(violations(body.path("schema"), sent))
                .as("%s: %s", said, sent)
                .isEmpty();
        if (type.contains("problem")) {
            assertProblem(said, sent, answer.statusCode());
        }
    }

    private void assertProblem(String said, JsonNode problem, int status) {
        assertThat(problem.path("status").asInt()).as(said).isEqualTo(status);
        assertThat(problem.path("type").asString())
                .as(said)
                .isEqualTo("/csm/api/docs#" + problem.path("code").asString());
        assertThat(codes()).as(said).contains(problem.path("code").asString());
        problem.path("errors")
                .forEach(error ->
                        assertThat(codes()).as(said).contains(error.path("code").asString()));
    }

    private void assertHeader(String said, String name, JsonNode header, String value) {
        if (Optional.ofNullable(value).isEmpty()) {
            assertThat(header.path("required").asBoolean(false))
                    .as("%s lacks %s", said, name)
                    .isFalse();
            return;
        }
        boolean number = header.path("schema").path("type").asString().equals("integer");
        JsonNode sent = number ? JSON.readTree(value) : JSON.getNodeFactory().stringNode(value);
        assertThat(violations(header.path("schema"), sent))
                .as("%s, header %s: %s", said, name, value)
                .isEmpty();
    }

    /** The schema is taken out together with everything that it may point to. */
    private List<Error> violations(JsonNode schema, JsonNode sent) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", document.path("components"));
        whole.putArray("allOf").add(schema);
        Schema judge = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
        return judge.validate(sent, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private JsonNode call(String route) {
        String[] words = route.split(" ", 2);
        return document.path("paths").path(BASE + words[1]).path(words[0].toLowerCase(Locale.ROOT));
    }

    private JsonNode described(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }
}
