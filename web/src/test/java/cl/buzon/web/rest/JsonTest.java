package cl.buzon.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.desk.NewCase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final ObjectMapper JSON = Json.mapper();

    record Sample(@Nullable String nothing, Instant at) {}

    @Test
    void nullsAreWrittenAndTimesEndInZ() throws JsonProcessingException {
        Sample sample = new Sample(null, Instant.parse("2026-11-23T10:44:00Z"));

        assertThat(JSON.writeValueAsString(sample)).isEqualTo("{\"nothing\":null,\"at\":\"2026-11-23T10:44:00Z\"}");
    }

    @Test
    void aClaimIsReadWithoutItsOptionalMembers() throws JsonProcessingException {
        NewCase read = JSON.readValue("{\"category\":\"LOSS\",\"claimedAmount\":45000}", NewCase.class);

        assertThat(read).isEqualTo(new NewCase("LOSS", null, null, null, 45000L, null));
    }

    @Test
    void anUnknownMemberIsNamed() {
        Problem problem = problem("{\"category\":\"LOSS\",\"state\":\"PAID\"}");

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("UNKNOWN_FIELD");
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("state");
            assertThat(error.code()).isEqualTo("UNKNOWN_FIELD");
            assertThat(error.message()).contains("“state”");
        });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{\"subject\":17}, subject",
                "{\"subject\":true}, subject",
                "{\"subject\":{\"a\":1}}, subject",
                "{\"subject\":[\"a\"]}, subject",
                "{\"claimedAmount\":\"45000\"}, claimedAmount",
                "{\"claimedAmount\":\"\"}, claimedAmount",
                "{\"claimedAmount\":45000.5}, claimedAmount",
                "{\"claimedAmount\":99999999999999999999}, claimedAmount",
                "{\"claimedAmount\":true}, claimedAmount"
            })
    void aValueOfAnotherTypeIsNotTurnedIntoOurs(String body, String field) {
        Problem problem = problem(body);

        assertThat(problem.code()).isEqualTo("WRONG_TYPE");
        assertThat(problem.errors()).extracting(Problem.FieldError::field).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"subject\":\"a\",}",
                "{'subject':'a'}",
                "{\"subject\":\"a\"} {}",
                "{\"subject\":\"a\",\"subject\":\"b\"}",
                "{\"subject\":\"a\nb\"}",
                "[]",
                "\"text\"",
                "<case/>"
            })
    void whatIsNoJsonObjectIsMalformed(String body) {
        Problem problem = problem(body);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("MALFORMED_JSON");
        assertThat(problem.errors()).isEmpty();
    }

    @Test
    void nestingHasABottom() {
        assertThat(problem("{\"subject\":" + "[".repeat(10_000)).status()).isEqualTo(400);
    }

    @Test
    void theReadersOwnWordsStayInside() {
        assertThat(problem("{\"nope\":1}").toString()).doesNotContain("cl.buzon", "NewCase", "line:");
        assertThat(problem("{\"subject\":").toString()).doesNotContain("end-of-input", "line:");
    }

    private static Problem problem(String body) {
        Throwable[] thrown = new Throwable[1];
        assertThatThrownBy(() -> JSON.readValue(body, NewCase.class))
                .isInstanceOf(JsonProcessingException.class)
                .satisfies(e -> thrown[0] = e);
        return Problems.of(new RuntimeException(thrown[0]), Locale.ENGLISH);
    }
}
