package cl.buzon.whole;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import cl.buzon.systems.PortalTest;
import cl.buzon.systems.RunningPortal;
import org.junit.jupiter.api.Test;

@PortalTest
class HealthIT {

    @Test
    void aRunningPortalIsReady(RunningPortal portal) {
        when().get(portal.management() + "health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItems("database", "disk"));
    }

    @Test
    void aRunningPortalIsAlive(RunningPortal portal) {
        when().get(portal.management() + "health/live").then().statusCode(200).body("checks.name", hasItems("portal"));
    }
}
