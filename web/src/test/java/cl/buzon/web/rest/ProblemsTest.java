package cl.buzon.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.CaseAction;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {

    private static final ObjectMapper JSON = Json.mapper();
    private static final Locale CHILE = CallerLanguage.SPANISH;

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new Refusal.NotFound(), 404, "NOT_FOUND"),
                Arguments.of(new Refusal.NotAllowed(), 403, "NOT_ALLOWED"),
                Arguments.of(new Refusal.IllegalAction(List.of()), 409, "ILLEGAL_ACTION"),
                Arguments.of(new Refusal.IllegalAction("CASE_CLOSED", List.of()), 409, "CASE_CLOSED"),
                Arguments.of(new Refusal.InvalidInput(Fault.of("subject", "REQUIRED")), 422, "REQUIRED"),
                Arguments.of(new Refusal.BadCursor(), 400, "BAD_CURSOR"),
                Arguments.of(new Refusal.StillRunning(), 409, "IDEMPOTENCY_IN_PROGRESS"),
                Arguments.of(new Refusal.KeyReused(), 422, "IDEMPOTENCY_MISMATCH"),
                Arguments.of(new Refusal.Changed(), 412, "CASE_CHANGED"),
                Arguments.of(BadRequest.of("BODY_REQUIRED"), 400, "BODY_REQUIRED"),
                Arguments.of(new Forbidden("OTHER_SITE"), 403, "OTHER_SITE"),
                Arguments.of(new Busy("EXPORTS_BUSY"), 503, "EXPORTS_BUSY"),
                Arguments.of(new EJBAccessException("inner words"), 403, "NOT_ALLOWED"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void eachRefusalHasItsStatus(Exception refusal, int status, String code) {
        Problem problem = Problems.of(refusal, CHILE);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.type()).isEqualTo("/csm/api/docs#" + code);
        assertThat(problem.title()).isNotBlank();
        assertThat(problem.detail()).isNotBlank().doesNotContain("inner words");
    }

    @Test
    void aRefusalIsFoundBehindTheContainersException() {
        Problem problem = Problems.of(new EJBException(new Refusal.NotFound()), CHILE);

        assertThat(problem.status()).isEqualTo(404);
    }

    @Test
    void allBrokenRulesAreToldAtOnce() throws JsonProcessingException {
        Refusal refusal = new Refusal.InvalidInput(
                List.of(Fault.of("subject", "TOO_LONG", 120, 130), Fault.of("trackingNumber", "TRACKING_CHECK_DIGIT")));

        JsonNode json = json(Problems.of(refusal, Locale.ENGLISH));

        assertThat(json.get("code").textValue()).isEqualTo("INVALID");
        assertThat(json.get("errors")).hasSize(2);
        assertThat(json.at("/errors/0/field").textValue()).isEqualTo("subject");
        assertThat(json.at("/errors/0/code").textValue()).isEqualTo("TOO_LONG");
        assertThat(json.at("/errors/0/message").textValue()).contains("120 characters");
    }

    @Test
    void theMembersAreThoseOfTheContract() throws JsonProcessingException {
        JsonNode json = json(Problems.of(new Refusal.NotFound(), CHILE));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("type", "title", "status", "detail", "code", "errors");
        assertThat(json.get("errors")).isEmpty();
    }

    @Test
    void anIllegalActionSaysWhatIsAllowed() throws JsonProcessingException {
        Refusal refusal = new Refusal.IllegalAction(List.of(CaseAction.CLOSE, CaseAction.ACCEPT_WORK));

        JsonNode json = json(Problems.of(refusal, CHILE));

        assertThat(json.get("allowedActions")).extracting(JsonNode::textValue).containsExactly("close", "accept-work");
    }

    @Test
    void aFailureOfOursTellsNothingButAReference() {
        Problem problem = Problems.of(new IllegalStateException("select secret from token"), Locale.ENGLISH);

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.toString()).doesNotContain("secret", "IllegalState");
        assertThat(problem.instance()).startsWith("urn:uuid:");
        assertThat(problem.detail()).contains(String.valueOf(problem.instance()).substring("urn:uuid:".length()));
    }

    private static JsonNode json(Problem problem) throws JsonProcessingException {
        return JSON.readTree(JSON.writeValueAsString(problem));
    }
}
