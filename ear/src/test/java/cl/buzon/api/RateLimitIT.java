package cl.buzon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import cl.buzon.systems.Api;
import cl.buzon.systems.PortalTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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

    @Test
    void whoAsksTooMuchIsToldWhenToComeBack(Api api) throws Exception {
        int burst = Integer.parseInt(api.asPaula().get("/categories").header("RateLimit-Limit"));
        ExecutorService crowd = Executors.newFixedThreadPool(16);
        try {
            List<Future<Response>> calls = crowd.invokeAll(IntStream.range(0, burst * 4)
                    .<java.util.concurrent.Callable<Response>>mapToObj(
                            call -> () -> api.withToken("buzon-demo-staff").get("/categories"))
                    .toList());

            Response refused = calls.stream()
                    .map(RateLimitIT::answer)
                    .filter(answer -> answer.statusCode() == 429)
                    .findFirst()
                    .orElseThrow();
            refused.then()
                    .contentType("application/problem+json")
                    .body("code", equalTo("TOO_MANY_REQUESTS"))
                    .header("Retry-After", "1");
            assertThat(calls.stream().map(RateLimitIT::answer).filter(answer -> answer.statusCode() == 200))
                    .hasSizeGreaterThanOrEqualTo(burst / 2);
        } finally {
            crowd.shutdownNow();
        }
    }

    private static Response answer(Future<Response> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
