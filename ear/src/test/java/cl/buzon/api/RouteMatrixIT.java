package cl.buzon.api;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Api;
import cl.buzon.systems.Browser;
import cl.buzon.systems.Person;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.RunningPortal;
import cl.buzon.systems.TokenPage;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
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
    private static final String ADMIN = "buzon-demo-admin";

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
            Map.entry("PUT /staff/cases/{number}/compensation", "{\"state\":\"UNDER_REVIEW\"}"),
            Map.entry("POST /webhooks", "{\"url\":\"http://localhost:65533/\"}"),
            Map.entry("PATCH /webhooks/{id}", "{\"description\":\"ERP\"}"));

    private static final Set<String> WITHOUT_BODY = Set.of(
            "GET /categories",
            "GET /cases",
            "GET /cases/export",
            "GET /cases/{number}",
            "GET /cases/{number}/activities",
            "GET /cases/{number}/attachments/{id}",
            "GET /events",
            "GET /webhooks",
            "GET /webhooks/{id}",
            "DELETE /webhooks/{id}",
            "POST /webhooks/{id}/secret",
            "POST /webhooks/{id}/ping",
            "GET /webhooks/{id}/deliveries",
            "POST /webhooks/{id}/deliveries/{deliveryId}/replay");

    private static final Set<String> UPLOADS =
            Set.of("POST /cases/{number}/attachments", "POST /staff/cases/{number}/attachments");

    /** About nobody's case in particular: another company's user gets an answer, without anything of this company in it. */
    private static final Set<String> OWN_TO_EVERYBODY = Set.of(
            "GET /categories",
            "GET /cases",
            "GET /cases/export",
            "GET /events",
            "POST /cases",
            "POST /cases/batch",
            "GET /webhooks",
            "POST /webhooks");

    /** Judges each of its rows by itself, and so answers anew. */
    private static final String BATCH = "POST /cases/batch";

    @SuppressWarnings("NullAway.Init")
    private Claim claim;

    @SuppressWarnings("NullAway.Init")
    private Hook hook;

    /** What is done to a webhook may leave it unfit for the next route; a company has few at a time. */
    private @Nullable Hook spent;

    @SuppressWarnings("NullAway.Init")
    private String reading;

    @SuppressWarnings("NullAway.Init")
    private String writing;

    @SuppressWarnings("NullAway.Init")
    private String revoked;

    @SuppressWarnings("NullAway.Init")
    private String colleague;

    @SuppressWarnings("NullAway.Init")
    private String expired;

    @SuppressWarnings("NullAway.Init")
    private String otherAdmin;

    @BeforeAll
    void prepare(Api api, Browser browser, RunningPortal portal) {
        expired = PlantedToken.expired(portal);
        otherAdmin = PlantedToken.ofAdministratorOfPacifico(portal);
        WebhooksIT.deleteAll(api);
        claim = Claim.withEverything(api);
        hook = Hook.register(api);
        try (TokenPage tokens = TokenPage.of(browser)) {
            reading = tokens.make("Solo lee", Person.CAMILA, true, false);
            writing = tokens.make("Solo escribe", Person.CAMILA, false, true);
            colleague = tokens.make("De un colega", Person.DIEGO, true, true);
            revoked = tokens.make("Revocado", Person.CAMILA, true, true);
            tokens.revoke("Revocado");
        }
    }

    @AfterAll
    void clear(Api api) {
        WebhooksIT.deleteAll(api);
    }

    /** A webhook, and one thing that it is told. */
    private record Hook(String id, String delivery) {

        static Hook register(Api api) {
            String id = WebhooksIT.register(api, "http://localhost:65533/").getString("id");
            return new Hook(id, WebhooksIT.ping(api, id).extract().path("id"));
        }
    }

    @Test
    void everyRouteHasAGoodRequest() {
        Set<String> known = Stream.of(BODIES.keySet(), WITHOUT_BODY, UPLOADS, SIGNED)
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
                        expect(route + ", expired token", 401, () -> call(api.withToken(expired), route)),
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
                        expect(
                                route + ", another company's token",
                                404,
                                () -> call(api.withToken(isAdministrators(route) ? otherAdmin : PAULA), route)),
                        expect(
                                route + ", a colleague's token",
                                isAdministrators(route) ? 403 : 404,
                                () -> call(api.withToken(colleague), route))));
    }

    @TestFactory
    Stream<DynamicTest> listsOfAnotherCompanyTellNothingOfThisOne(Api api) {
        return OWN_TO_EVERYBODY.stream()
                .filter(route -> route.startsWith("GET ") && !route.equals("GET /categories"))
                .map(route -> DynamicTest.dynamicTest(route + ", another company's token", () -> {
                    Response seen = call(api.withToken(isAdministrators(route) ? otherAdmin : PAULA), route);
                    assertThat(seen.statusCode()).isEqualTo(200);
                    assertThat(seen.asString()).doesNotContain(claim.number()).doesNotContain(hook.id());
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
                .map(route -> DynamicTest.dynamicTest(route + ", own token", () -> {
                    Response answer = call(api.withToken(owner(route)), route, freshPath(api, route));
                    assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 204);
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsPostedTwiceWithOneKeyIsDoneOnce(Api api) {
        return tokenRoutes()
                .filter(route -> route.startsWith("POST ") && !route.equals(BATCH))
                .map(route -> DynamicTest.dynamicTest(route + ", one key", () -> {
                    String path = freshPath(api, route);
                    String key = UUID.randomUUID().toString();

                    Response first = call(withKey(api, route, key), route, path);
                    Response second = call(withKey(api, route, key), route, path);

                    assertThat(first.statusCode()).as(first.asString()).isBetween(200, 204);
                    assertThat(second.statusCode()).isEqualTo(first.statusCode());
                    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
                    assertThat(second.asString()).isEqualTo(first.asString());
                }));
    }

    private static RequestSpecification withKey(Api api, String route, String key) {
        return api.withToken(owner(route)).header("Idempotency-Key", key);
    }

    private static Stream<String> tokenRoutes() {
        return ResourceRoutes.ofTheBuild().stream().filter(route -> !SIGNED.contains(route));
    }

    private static boolean isStaffs(String route) {
        return route.contains(" /staff/");
    }

    private static boolean isAdministrators(String route) {
        return route.contains(" /webhooks");
    }

    private static String owner(String route) {
        return isStaffs(route) ? MARCELA : isAdministrators(route) ? ADMIN : CAMILA;
    }

    private static DynamicTest expect(String name, int status, Supplier<Response> call) {
        return DynamicTest.dynamicTest(name, () -> {
            Response answer = call.get();
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        });
    }

    private Response call(RequestSpecification request, String route) {
        return call(request, route, path(route, claim, hook));
    }

    private static Response call(RequestSpecification request, String route, String path) {
        RequestSpecification asked = UPLOADS.contains(route)
                ? Claim.pdf(request)
                : BODIES.containsKey(route) ? request.body(BODIES.get(route)) : request.accept("*/*");
        return asked.request(route.substring(0, route.indexOf(' ')), path);
    }

    /** To something that no other route has been asked of: what is done to it may leave it unfit for the next one. */
    private String freshPath(Api api, String route) {
        if (route.contains("{number}")) {
            return path(route, Claim.withEverything(api), hook);
        }
        if (route.contains("/webhooks/")) {
            if (spent != null) {
                api.asAdmin().delete("/webhooks/" + spent.id());
            }
            spent = Hook.register(api);
            return path(route, claim, spent);
        }
        return path(route, claim, hook);
    }

    private static String path(String route, Claim claim, Hook hook) {
        String template = route.substring(route.indexOf(' ') + 1);
        String path = template.replace("{number}", claim.number())
                .replace("{id}", template.startsWith("/webhooks/") ? hook.id() : claim.file())
                .replace("{deliveryId}", hook.delivery())
                .replace("{action}", template.startsWith("/staff/") ? "request-info" : "close");
        return path.equals("/cases/export") ? path + "?format=csv" : path;
    }
}
