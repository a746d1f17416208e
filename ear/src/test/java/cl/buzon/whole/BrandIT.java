package cl.buzon.whole;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import cl.buzon.systems.RunningPortal;
import cl.buzon.systems.TestBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrandIT {

    private static final String MARK = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 36 36\"/>";

    @Test
    void anOperatorsNameMarkAndColoursAreOnThePagesAndWhatCannotBeReadIsInTheLog() throws IOException {
        Path mark = Files.writeString(TestBuild.emptyFolder("brand-mark").resolve("marca.svg"), MARK);
        Map<String, String> settings = Map.of(
                "BUZON_BRAND_NAME", "Correo Austral <&>",
                "BUZON_BRAND_MARK", mark.toString(),
                "BUZON_BRAND_COLOR", "#ffd200");

        try (RunningPortal portal = RunningPortal.start("brand", TestBuild.ear(), settings)) {
            when().get(portal.address())
                    .then()
                    .statusCode(200)
                    .body(allOf(
                            containsString("Correo Austral &lt;&amp;&gt;"),
                            containsString("src=\"/csm/resources/brand/mark\""),
                            containsString("href=\"/csm/resources/brand/colors.css\"")));
            when().get(portal.address() + "resources/brand/colors.css")
                    .then()
                    .statusCode(200)
                    .contentType("text/css")
                    .body(startsWith(":root{--brand:light-dark(#ffd200,"));
            String sent = when().get(portal.address() + "resources/brand/mark")
                    .then()
                    .statusCode(200)
                    .contentType("image/svg+xml")
                    .extract()
                    .asString();
            assertThat(sent).isEqualTo(MARK);
            assertThat(Files.readString(portal.log())).contains("white letters on a button has a contrast of 1.4");
        }
    }
}
