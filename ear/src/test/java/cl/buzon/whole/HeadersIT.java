package cl.buzon.whole;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cl.buzon.systems.PortalTest;
import cl.buzon.systems.RunningPortal;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked for, the answer tells the browser to refuse what it should, by one header and not by two. */
@PortalTest
class HeadersIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/openapi",
                "/nothing",
                "/csm/",
                "/csm/nothing",
                "/csm/casos",
                "/csm/WEB-INF/web.xml",
                "/csm/api/v1/cases",
                "/csm/api/v1/nothing",
                "/csm/resources/css/buzon.css",
                "/csm/resources/nothing"
            })
    void everyAnswerProtectsItself(String path, RunningPortal portal) {
        URI address = portal.address().resolve(path);

        ValidatableResponse answer =
                given().redirects().follow(false).get(address).then();

        answer.header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        answer.header("X-Powered-By", (String) null).header("Server", (String) null);
    }
}
