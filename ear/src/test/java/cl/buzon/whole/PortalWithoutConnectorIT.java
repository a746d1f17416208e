package cl.buzon.whole;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import cl.buzon.systems.RealEar;
import cl.buzon.systems.RunningPortal;
import cl.buzon.systems.TestBuild;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortalWithoutConnectorIT {

    @Test
    void thePortalIsCompleteWithoutTheConnector() {
        Path ear = RealEar.without("buzon-connector.jar", TestBuild.emptyFolder("ear-without-connector"));

        try (RunningPortal portal = RunningPortal.start("without-connector", ear, Map.of())) {
            when().get(portal.address()).then().statusCode(200);
            when().get(portal.management() + "health/ready")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"));
            given().body("{\"sys_id\":\"0123456789abcdef0123456789abcdef\"}")
                    .when()
                    .post(portal.address() + "api/v1/hooks/servicenow")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("NOT_FOUND"));
        }
    }
}
