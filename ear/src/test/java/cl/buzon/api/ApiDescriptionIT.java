package cl.buzon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Api;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.RunningPortal;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the API's description against what the API answers. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDescriptionIT {

    @SuppressWarnings("NullAway.Init")
    private ApiDescription description;

    @SuppressWarnings("NullAway.Init")
    private Claim claim;

    @BeforeAll
    void read(RunningPortal portal, Api api) {
        description = ApiDescription.of(portal);
        claim = Claim.withEverything(api);
    }

    @Test
    void everyRouteIsDescribedAndNoOther() {
        assertThat(description.routes()).isEqualTo(ResourceRoutes.ofTheBuild());
    }

    @Test
    void everyRouteIsCalledHere() {
        Set<String> called = Set.of(DescribedCall.values()).stream()
                .map(DescribedCall::route)
                .collect(Collectors.toSet());

        assertThat(called).isEqualTo(ResourceRoutes.ofTheBuild());
    }

    @ParameterizedTest
    @EnumSource
    void theAnswerIsAsDescribed(DescribedCall call, Api api) {
        var answer = call.make(api, claim);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(call.status());
        description.assertDescribes(call.route(), answer);
    }

    @Test
    void thePersonReadsYamlToo(RunningPortal portal) {
        String yaml = given().get(portal.address().resolve("/openapi"))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(yaml).contains("openapi: 3.1", "/cases/{number}:").doesNotContain("/live");
    }
}
