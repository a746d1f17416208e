package cl.buzon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cl.buzon.systems.Api;
import cl.buzon.systems.BackOffice;
import cl.buzon.systems.PortalTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to all of a user's cases, followed by a program. */
@PortalTest
class EventsIT {

    @Test
    void theFeedTellsOfACaseWhatTheCaseTellsOfItself(Api api, BackOffice backOffice) {
        String before = end(api);
        String number = api.openCase("En el canal");
        backOffice.write(number, "Lo buscamos.");
        backOffice.note(number, "Nota que nadie de afuera lee");

        Response feed = after(api, before).queryParam("limit", 200).get("/events");

        feed.then().statusCode(200).body("nextCursor", notNullValue()).body(not(containsString("Nota que nadie")));
        List<Map<String, Object>> told = feed.jsonPath().getList("items.findAll { it.case == '" + number + "' }");
        told.forEach(item -> item.remove("case"));
        List<Map<String, Object>> own = api.asCamila()
                .get("/cases/{number}/activities", number)
                .jsonPath()
                .getList("items");
        assertThat(told).isEqualTo(own);
    }

    @Test
    void smallStretchesGiveEverythingOnceAndInOrder(Api api, BackOffice backOffice) {
        String place = end(api);
        String number = api.openCase("Por tramos");
        for (int i = 0; i < 5; i++) {
            backOffice.write(number, "Aviso " + i);
        }

        List<String> ids = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        JsonPath page;
        do {
            page = after(api, place).queryParam("limit", 2).get("/events").jsonPath();
            ids.addAll(page.getList("items.id"));
            texts.addAll(page.getList("items.findAll { it.case == '" + number + "' && it.type == 'MESSAGE' }.text"));
            place = page.getString("nextCursor");
        } while (!page.getList("items").isEmpty());

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(texts).containsExactly("Aviso 0", "Aviso 1", "Aviso 2", "Aviso 3", "Aviso 4");
    }

    @Test
    void nobodyHearsOfAnothersCases(Api api) {
        String number = api.openCase("Ajeno");

        String end = end(api);
        api.asPaula()
                .queryParam("limit", 200)
                .get("/events")
                .then()
                .statusCode(200)
                .body("items.case", not(hasItem(number)));
        api.asPaula()
                .queryParam("after", end)
                .get("/events")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void whoWaitsIsAnsweredAsSoonAsSomethingHappens(Api api, BackOffice backOffice) throws Exception {
        String number = api.openCase("Con espera");
        String place = end(api);
        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(
                () -> after(api, place).queryParam("wait", 30).get("/events"));

        backOffice.write(number, "Apareció.");

        Response answer = waiting.get(20, TimeUnit.SECONDS);
        answer.then().statusCode(200).body("items.findAll { it.case == '" + number + "' }.text", hasItem("Apareció."));
    }

    @Test
    void whoWaitsInVainCanGoOnFromWhereTheyAre(Api api) {
        String place = api.asPaula().queryParam("limit", 200).get("/events").path("nextCursor");

        Response answer =
                api.asPaula().queryParam("after", place).queryParam("wait", 1).get("/events");

        answer.then().statusCode(200).body("items", hasSize(0)).body("nextCursor", equalTo(place));
        assertThat(answer.timeIn(TimeUnit.MILLISECONDS)).isGreaterThanOrEqualTo(900);
    }

    @Test
    void ofTooManyWhoWaitTheOldestIsAnsweredEmpty(Api api) throws Exception {
        String place = api.asPaula().queryParam("limit", 200).get("/events").path("nextCursor");
        List<CompletableFuture<Response>> waiting = new ArrayList<>();
        var threads = java.util.concurrent.Executors.newFixedThreadPool(21);
        try {
            for (int i = 0; i < 21; i++) {
                waiting.add(CompletableFuture.supplyAsync(
                        () -> api.asPaula()
                                .queryParam("after", place)
                                .queryParam("wait", 20)
                                .get("/events"),
                        threads));
            }
            List<Long> times = new ArrayList<>();
            for (CompletableFuture<Response> one : waiting) {
                Response answer = one.get(60, TimeUnit.SECONDS);
                answer.then().statusCode(200).body("items", hasSize(0));
                times.add(answer.timeIn(TimeUnit.MILLISECONDS));
            }
            assertThat(times).anyMatch(time -> time < 18_000);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "ñ", "ZmVlZDE6LTE", "ZmVlZDE6OTk5OTk5OTk5OTk5"})
    void whatIsNoPlaceIsRefused(String cursor, Api api) {
        after(api, cursor).get("/events").then().statusCode(400).body("code", equalTo("BAD_CURSOR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31", "-1", "x", "1.5"})
    void noWaitIsLongerThanHalfAMinute(String seconds, Api api) {
        api.asCamila()
                .queryParam("wait", seconds)
                .get("/events")
                .then()
                .statusCode(400)
                .body("code", equalTo("OUT_OF_RANGE"))
                .body("errors[0].field", equalTo("wait"));
    }

    @Test
    void executivesHaveTheirOwnSystem(BackOffice backOffice) {
        backOffice.asMarcela().get("/events").then().statusCode(403).body("code", equalTo("NOT_ALLOWED"));
    }

    private static io.restassured.specification.RequestSpecification after(Api api, String cursor) {
        return api.asCamila().queryParam("after", cursor);
    }

    private static String end(Api api) {
        String place = null;
        JsonPath page;
        do {
            var request = api.asCamila().queryParam("limit", 200);
            page = (place == null ? request : request.queryParam("after", place))
                    .get("/events")
                    .jsonPath();
            place = page.getString("nextCursor");
        } while (!page.getList("items").isEmpty());
        return place;
    }
}
