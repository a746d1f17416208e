package cl.buzon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import cl.buzon.systems.Api;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.RunningPortal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** More calls at once than a token may make. */
@PortalTest
class RateLimitIT {

    @Test
    void everyAnswerSaysHowTheTokenStands(Api api) {
        api.asPaula()
                .get("/categories")
                .then()
                .statusCode(200)
                .header("RateLimit-Limit", notNullValue())
                .header("RateLimit-Remaining", notNullValue())
                .header("RateLimit-Reset", notNullValue());
    }

    /** By connections that stay open: a busy machine, too, must make calls faster than the token may. */
    @Test
    void whoAsksTooMuchIsToldWhenToComeBack(Api api, RunningPortal portal) throws Exception {
        int burst = Integer.parseInt(api.asPaula().get("/categories").header("RateLimit-Limit"));
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest categories = HttpRequest.newBuilder(portal.address().resolve("api/v1/categories"))
                .header("Authorization", "Bearer buzon-demo-staff")
                .timeout(Duration.ofSeconds(60))
                .build();
        Callable<HttpResponse<String>> call = () -> client.send(categories, BodyHandlers.ofString());
        ExecutorService crowd = Executors.newFixedThreadPool(16);
        try {
            List<HttpResponse<String>> answers = crowd.invokeAll(Collections.nCopies(burst * 4, call)).stream()
                    .map(RateLimitIT::answer)
                    .toList();

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 429);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSizeGreaterThanOrEqualTo(burst / 2);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 429)
                    .first()
                    .satisfies(refused -> {
                        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
                        assertThat(refused.body()).contains("\"TOO_MANY_REQUESTS\"");
                    });
        } finally {
            crowd.shutdownNow();
        }
    }

    private static HttpResponse<String> answer(Future<HttpResponse<String>> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
