package cl.buzon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import cl.buzon.systems.Api;
import cl.buzon.systems.PortalTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A warehouse system opens claims and reads them back. */
@PortalTest
class CasesIT {

    @Test
    void situationsComeInTheCallersLanguage(Api api) {
        api.asCamila()
                .get("/categories")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("LOSS", "DAMAGE", "OTHER"))
                .body("items.find { it.code == 'DAMAGE' }.name", equalTo("Llegó dañado"))
                .body("items.find { it.code == 'DAMAGE' }.evidence[0].required", equalTo(true));
        api.asCamila()
                .header("Accept-Language", "en-GB, es;q=0.5")
                .get("/categories")
                .then()
                .body("items.find { it.code == 'DAMAGE' }.name", equalTo("Arrived damaged"));
    }

    @Test
    void aNewCaseIsAnsweredWholeAndAssigned(Api api) {
        Response answer = api.asCamila()
                .body(Map.of(
                        "category", "LOSS",
                        "trackingNumber", "rr 123456785-cl",
                        "subject", "No aparece",
                        "description", "Salió hace dos semanas.",
                        "claimedAmount", 45000))
                .post("/cases");

        answer.then()
                .statusCode(201)
                .header("Location", endsWith("/csm/api/v1/cases/" + answer.path("number")))
                .body("state", equalTo("NEW"))
                .body("trackingNumber", equalTo("RR123456785CL"))
                .body("createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"))
                .body("executive.email", containsString("@"))
                .body("compensation.state", equalTo("REQUESTED"))
                .body("compensation.claimedAmount", equalTo(45000))
                .body("compensation", hasKey("paidAmount"))
                .body("missingEvidence", hasItem("POSTING_PROOF"))
                .body("relatedTo", nullValue())
                .body("$", hasKey("relatedTo"))
                .body("allowedActions", hasItems("close", "withdraw"));
        api.asCamila()
                .get("/cases/{number}", answer.<String>path("number"))
                .then()
                .statusCode(200)
                .body("subject", equalTo("No aparece"));
    }

    @Test
    void everyBrokenRuleIsToldAtItsField(Api api) {
        api.asCamila()
                .body(Map.of("category", "LOSS", "trackingNumber", "RR123456789CL", "subject", "a".repeat(121)))
                .post("/cases")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.find { it.field == 'trackingNumber' }.code", equalTo("TRACKING_CHECK_DIGIT"))
                .body("errors.find { it.field == 'subject' }.code", equalTo("TOO_LONG"))
                .body("errors.find { it.field == 'subject' }.message", containsString("120"))
                .body("errors.find { it.field == 'description' }.code", equalTo("REQUIRED"));
    }

    @Test
    void theListIsFilteredAndSorted(Api api) {
        String number = api.openCase("Caso para la lista");

        api.asCamila()
                .queryParam("state", "NEW", "OPEN")
                .queryParam("category", "LOSS")
                .get("/cases")
                .then()
                .statusCode(200)
                .body("items.number", hasItem(number))
                .body("items.category", everyItem(equalTo("LOSS")));
        api.asCamila()
                .queryParam("q", number)
                .get("/cases")
                .then()
                .body("items", hasSize(1))
                .body("items[0].executive.email", containsString("@"))
                .body("nextCursor", nullValue());
        api.asCamila()
                .queryParam("state", "CANCELLED")
                .queryParam("q", number)
                .get("/cases")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void theCursorLeadsThroughTheWholeListOnce(Api api) {
        List<String> numbers = new ArrayList<>();
        String cursor = "";
        do {
            Response page = api.asCamila()
                    .queryParam("limit", 7)
                    .queryParam("sort", "createdAt")
                    .queryParam("cursor", cursor)
                    .get("/cases");
            numbers.addAll(page.path("items.number"));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(numbers).doesNotHaveDuplicates().hasSizeGreaterThan(7);
    }

    @Test
    void aListTellsOfEachCaseAllThatTheCaseItselfTells(Api api) {
        String number = api.openCase("Entero en la lista");

        Map<String, Object> listed = api.asCamila()
                .queryParam("q", number)
                .get("/cases")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0]");
        Map<String, Object> shown =
                api.asCamila().get("/cases/{number}", number).then().extract().path("$");

        assertThat(listed).isEqualTo(shown);
    }
}
