package cl.buzon.api;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Api;
import cl.buzon.systems.Browser;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.TokenPage;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every route of the API, found in its resource classes, as asked by everybody who may and who may not: a new route is in
 * here by itself, and fails until it is said what a good request of it looks like.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteMatrixIT {

    private static final String CAMILA = "buzon-demo-andessur";
    private static final String PAULA = "buzon-demo-pacifico";
    private static final String MARCELA = "buzon-demo-staff";

    /** Who takes a signature instead of a token. */
    private static final Set<String> SIGNED = Set.of("POST /hooks/{system}");

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /cases", "{\"category\":\"OTHER\",\"subject\":\"A\",\"description\":\"B\"}"),
            Map.entry("POST /cases/batch", "[{\"category\":\"OTHER\",\"subject\":\"A\",\"description\":\"B\"}]"),
            Map.entry("POST /cases/{number}/messages", "{\"text\":\"Hola\"}"),
            Map.entry("POST /cases/{number}/actions/{action}", "{\"reason\":\"Apareció\"}"),
            Map.entry("POST /staff/cases/{number}/messages", "{\"text\":\"Hola\"}"),
            Map.entry("POST /staff/cases/{number}/notes", "{\"text\":\"Nota\"}"),
            Map.entry("POST /staff/cases/{number}/actions/{action}", "{\"reason\":\"Falta la etiqueta\"}"),
            Map.entry("PUT /staff/cases/{number}/compensation", "{\"state\":\"UNDER_REVIEW\"}"));

    private static final Set<String> READING = Set.of(
            "GET /categories",
            "GET /cases",
            "GET /cases/export",
            "GET /cases/{number}",
            "GET /cases/{number}/activities",
            "GET /cases/{number}/attachments/{id}",
            "GET /events");

    private static final Set<String> UPLOADS =
            Set.of("POST /cases/{number}/attachments", "POST /staff/cases/{number}/attachments");

    /** About nobody's case in particular: another company's user gets an answer, without anything of this company in it. */
    private static final Set<String> OWN_TO_EVERYBODY = Set.of(
            "GET /categories", "GET /cases", "GET /cases/export", "GET /events", "POST /cases", "POST /cases/batch");

    @SuppressWarnings("NullAway.Init")
    private Claim claim;

    @SuppressWarnings("NullAway.Init")
    private String reading;

    @SuppressWarnings("NullAway.Init")
    private String writing;

    @SuppressWarnings("NullAway.Init")
    private String revoked;

    @SuppressWarnings("NullAway.Init")
    private String colleague;

    @BeforeAll
    void prepare(Api api, Browser browser) {
        claim = Claim.withEverything(api);
        try (TokenPage tokens = TokenPage.of(browser)) {
            reading = tokens.make("Solo lee", "Camila Rojas", true, false);
            writing = tokens.make("Solo escribe", "Camila Rojas", false, true);
            colleague = tokens.make("De un colega", "Diego Sepúlveda", true, true);
            revoked = tokens.make("Revocado", "Camila Rojas", true, true);
            tokens.revoke("Revocado");
        }
    }

    @Test
    void everyRouteHasAGoodRequest() {
        Set<String> known = Stream.of(BODIES.keySet(), READING, UPLOADS, SIGNED)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());

        assertThat(known).isEqualTo(ResourceRoutes.ofTheBuild());
    }

    @TestFactory
    Stream<DynamicTest> nobodyComesInWithoutAGoodToken(Api api) {
        return tokenRoutes()
                .flatMap(route -> Stream.of(
                        expect(route + ", no token", 401, () -> call(api.withoutToken(), route)),
                        expect(route + ", unknown token", 401, () -> call(api.withToken("buzon_unknown"), route)),
                        expect(route + ", revoked token", 401, () -> call(api.withToken(revoked), route))));
    }

    @TestFactory
    Stream<DynamicTest> aTokenDoesNoMoreThanItsScopesSay(Api api) {
        return tokenRoutes().map(route -> {
            boolean reads = route.startsWith("GET ");
            return DynamicTest.dynamicTest(route + (reads ? ", writing token" : ", reading token"), () -> {
                Response refused = call(api.withToken(reads ? writing : reading), route);
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.<String>path("code")).isEqualTo("INSUFFICIENT_SCOPE");
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsAnothersIsNotThere(Api api) {
        return tokenRoutes()
                .filter(route -> !OWN_TO_EVERYBODY.contains(route) && !isStaffs(route))
                .flatMap(route -> Stream.of(
                        expect(route + ", another company's token", 404, () -> call(api.withToken(PAULA), route)),
                        expect(route + ", a colleague's token", 404, () -> call(api.withToken(colleague), route))));
    }

    @TestFactory
    Stream<DynamicTest> listsOfAnotherCompanyTellNothingOfThisOne(Api api) {
        return OWN_TO_EVERYBODY.stream()
                .filter(route -> route.startsWith("GET ") && !route.equals("GET /categories"))
                .map(route -> DynamicTest.dynamicTest(route + ", another company's token", () -> {
                    Response seen = call(api.withToken(PAULA), route);
                    assertThat(seen.statusCode()).isEqualTo(200);
                    assertThat(seen.asString()).doesNotContain(claim.number());
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachSideHasItsOwnRoutes(Api api) {
        return tokenRoutes()
                .filter(route -> !route.equals("GET /categories"))
                .map(route -> expect(
                        route + ", the other side's token",
                        403,
                        () -> call(api.withToken(isStaffs(route) ? CAMILA : MARCELA), route)));
    }

    @TestFactory
    Stream<DynamicTest> whoseItIsGetsAnAnswer(Api api) {
        return tokenRoutes()
                .map(route -> DynamicTest.dynamicTest(route + ", own token", () -> assertThat(
                                call(api.withToken(isStaffs(route) ? MARCELA : CAMILA), route, ownCase(api, route))
                                        .statusCode())
                        .isBetween(200, 201)));
    }

    private static Stream<String> tokenRoutes() {
        return ResourceRoutes.ofTheBuild().stream().filter(route -> !SIGNED.contains(route));
    }

    private static boolean isStaffs(String route) {
        return route.contains(" /staff/");
    }

    private static DynamicTest expect(String name, int status, Supplier<Response> call) {
        return DynamicTest.dynamicTest(name, () -> {
            Response answer = call.get();
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        });
    }

    /** What is done to a case may leave it unfit for the next route. */
    private Claim ownCase(Api api, String route) {
        return route.contains("{number}") ? Claim.withEverything(api) : claim;
    }

    private Response call(RequestSpecification request, String route) {
        return call(request, route, claim);
    }

    private static Response call(RequestSpecification request, String route, Claim on) {
        List<String> words = Arrays.asList(route.split(" "));
        RequestSpecification asked = UPLOADS.contains(route)
                ? Claim.pdf(request)
                : BODIES.containsKey(route) ? request.body(BODIES.get(route)) : request.accept("*/*");
        return asked.request(words.get(0), path(words.get(1), on));
    }

    private static String path(String template, Claim on) {
        String path = template.replace("{number}", on.number())
                .replace("{id}", on.file())
                .replace("{action}", template.startsWith("/staff/") ? "request-info" : "close");
        return path.equals("/cases/export") ? path + "?format=csv" : path;
    }
}
