package cl.buzon.whole;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cl.buzon.run.PortalServer;
import cl.buzon.run.Ports;
import cl.buzon.run.ServerHome;
import cl.buzon.systems.TestBuild;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The very EAR of the demo on an operator's own PostgreSQL, told by environment variables only. */
@TestInstance(Lifecycle.PER_CLASS)
class OwnDatabaseIT {

    private static final Duration STARTUP_LIMIT = Duration.ofMinutes(9);

    private final Path folder = TestBuild.emptyFolder("own-database");
    private final OperatorsDatabase database = OperatorsDatabase.in(TestBuild.emptyFolder("operators-database"));
    private final PortalServer server = PortalServer.start(
            ServerHome.provisioned(), folder.resolve("server"), TestBuild.ear(), Ports.free(), environment());

    @BeforeAll
    void awaitReady() {
        server.awaitReady(STARTUP_LIMIT);
    }

    @AfterAll
    void close() {
        server.close();
        database.close();
    }

    @Test
    void isReady() {
        when().get(server.management() + "health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void knowsNobodyOfTheDemo() {
        given().header("Authorization", "Bearer buzon-demo-andessur")
                .get(server.portal() + "api/v1/cases")
                .then()
                .statusCode(401);
    }

    @Test
    void isNotReadyWhileTheDatabaseIsAway() {
        database.goAway();

        try {
            awaitReadiness(503, "DOWN");
        } finally {
            database.comeBack();
        }
        awaitReadiness(200, "UP");
    }

    private void awaitReadiness(int status, String word) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> when().get(server.management() + "health/ready")
                .then()
                .statusCode(status)
                .body("status", equalTo(word)));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("BUZON_DATA_DIR", folder.resolve("files").toString());
        return environment;
    }
}
