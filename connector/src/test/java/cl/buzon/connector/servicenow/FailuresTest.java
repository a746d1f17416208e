package cl.buzon.connector.servicenow;

import static cl.buzon.connector.servicenow.Connected.TICKET;
import static cl.buzon.connector.servicenow.ScriptedInstance.ROW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cl.buzon.connector.http.Answer;
import cl.buzon.connector.http.Line;
import cl.buzon.connector.http.RetryAfter;
import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.CallObserver;
import cl.buzon.connector.spi.RemoteFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

    @AutoClose
    private final ScriptedInstance instance = new ScriptedInstance();

    private final ServiceNow serviceNow = Connected.to(instance.url(), new MovableClock());

    static Stream<Arguments> answers() {
        Class<?> unreachable = RemoteFailure.Unreachable.class;
        Class<?> unknown = RemoteFailure.OutcomeUnknown.class;
        Class<?> refused = RemoteFailure.Refused.class;
        Class<?> gone = RemoteFailure.Gone.class;
        Class<?> unauthorized = RemoteFailure.Unauthorized.class;
        Class<?> throttled = RemoteFailure.Throttled.class;
        String whole = Connected.result(Connected.row(""));
        return Stream.of(
                Arguments.of(Reply.page(200, "<html><title>Instance Hibernating page</title>"), unreachable, unknown),
                Arguments.of(new Reply(202, Map.of(), ""), unreachable, unknown),
                Arguments.of(new Reply(302, Map.of("Location", "/login.do"), ""), unreachable, unreachable),
                Arguments.of(Reply.page(502, "<html>Bad Gateway"), unreachable, unknown),
                Arguments.of(Reply.page(503, "<html>Maintenance"), unreachable, unknown),
                Arguments.of(Reply.page(504, "<html>Timeout"), unreachable, unknown),
                Arguments.of(Reply.error(500, "java.lang.NullPointerException", ""), unreachable, unknown),
                Arguments.of(
                        Reply.json(200, "{\"result\":{},\"error\":{\"message\":\"Transaction cancelled\"}}"),
                        unreachable,
                        unknown),
                Arguments.of(Reply.json(200, whole.substring(0, whole.length() / 2)), unreachable, unknown),
                Arguments.of(Reply.json(200, Connected.result("[]")), unreachable, unknown),
                Arguments.of(Reply.json(200, Connected.result("\"\"")), unreachable, unknown),
                Arguments.of(Reply.json(200, "{}"), unreachable, unknown),
                Arguments.of(Reply.json(200, "[".repeat(50_000)), unreachable, unknown),
                Arguments.of(
                        Reply.json(200, "{\"result\":\"" + "x".repeat(Line.MAX_BODY) + "\"}"), unreachable, unknown),
                Arguments.of(
                        Reply.json(200, "{\"result\":{" + "\"a\":0,".repeat(400_000) + "\"b\":0}}"),
                        unreachable,
                        unknown),
                Arguments.of(new Reply(200, Map.of("Content-Type", "text/xml"), "<a/>"), unreachable, unknown),
                Arguments.of(Reply.error(401, "User Not Authenticated", "Required"), unauthorized, unauthorized),
                Arguments.of(Reply.error(429, "Rate limit exceeded", "Rate limit"), throttled, throttled),
                Arguments.of(
                        Reply.error(403, "User Not Authorized", "Failed API level ACL Validation"), refused, refused),
                Arguments.of(Reply.page(403, "<html>Forbidden by a proxy"), unreachable, refused),
                Arguments.of(Reply.page(404, "<html>No such host"), unreachable, unreachable),
                Arguments.of(Reply.page(400, "<html>Bad request"), refused, refused),
                Arguments.of(Reply.error(403, "Operation Failed", "ACL Exception Update Failed"), refused, refused),
                Arguments.of(Reply.error(400, "Invalid table u_nope", ""), refused, refused),
                Arguments.of(Reply.error(413, "Too large", ""), refused, refused),
                Arguments.of(Reply.error(404, "No Record found", "Record doesn't exist or ACL"), gone, gone));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void tellsWhatIsToBeDoneNext(Reply reply, Class<?> read, Class<?> written) {
        instance.on("GET", ROW, reply);
        instance.on("PATCH", ROW, reply);

        assertThat(failure(() -> serviceNow.read(TICKET))).isInstanceOf(read);
        assertThat(failure(() -> serviceNow.say(TICKET, "Ana (portal): hola")))
                .isInstanceOf(written)
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("hola");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "17, PT17S",
                "999999999, -",
                "-, -",
                "-5, -",
                "soon, -",
                "'Tue, 03 Feb 2026 15:00:30 GMT', PT30S",
                "'Tue, 03 Feb 2099 15:00:30 GMT', -",
                "'Tue, 03 Feb 1999 15:00:30 GMT', -"
            })
    void waitsAsLongAsIsSane(String told, Duration wait) {
        Answer answer = new Answer(
                429,
                java.net.http.HttpHeaders.of(
                        told == null
                                ? Map.of()
                                : Map.of(
                                        "Retry-After", List.of(told),
                                        "Date", List.of("Tue, 03 Feb 2026 15:00:00 GMT")),
                        (name, value) -> true),
                "",
                true);

        assertThat(new RetryAfter(new MovableClock()).of(answer)).isEqualTo(wait);
    }

    @Test
    void tellsWhyItWasRefusedWithoutAnybodysWords() {
        instance.on("PATCH", ROW, Reply.error(403, "Operation Failed", "aborted by Business Rule 'No comments'"));

        RemoteFailure.Refused refused = (RemoteFailure.Refused) failure(() -> serviceNow.say(TICKET, "mi secreto"));

        assertThat(refused).hasMessageContaining("No comments");
        assertThat(refused.request()).startsWith("PATCH " + ROW).doesNotContain("secreto");
        assertThat(refused.answer()).startsWith("403");
    }

    @Test
    void everyCallIsCounted() {
        List<String> calls = new ArrayList<>();
        ServiceNow counted = Connected.to(
                Connected.settings(instance.url(), Map.of()),
                new MovableClock(),
                (call, took, outcome) -> calls.add(call + " " + outcome));
        instance.on(
                "GET",
                ROW,
                Reply.json(200, Connected.result(Connected.row(""))),
                Reply.error(404, "No Record found", ""));

        counted.read(TICKET);
        failure(() -> counted.read(TICKET));

        assertThat(calls)
                .containsExactly(
                        "case.read " + CallObserver.Outcome.ANSWERED, "case.read " + CallObserver.Outcome.GONE);
    }

    @Test
    void sendsNoCookieBack() {
        instance.on(
                "GET",
                ROW,
                Reply.json(200, Connected.result(Connected.row(""))).with("Set-Cookie", "JSESSIONID=1; Path=/"));

        serviceNow.read(TICKET);
        serviceNow.read(TICKET);

        assertThat(instance.asked("GET", ROW)).hasSize(2).noneMatch(one -> one.headers()
                .containsKey("cookie"));
    }

    static RemoteFailure failure(Runnable call) {
        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }
}
