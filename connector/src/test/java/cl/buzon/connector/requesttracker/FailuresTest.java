package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.ScriptedTracker.CORRESPOND;
import static cl.buzon.connector.requesttracker.ScriptedTracker.ROOT;
import static cl.buzon.connector.requesttracker.ScriptedTracker.TICKET;
import static cl.buzon.connector.requesttracker.ScriptedTracker.json;
import static cl.buzon.connector.requesttracker.ScriptedTracker.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cl.buzon.connector.http.Line;
import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Watermark;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @AutoClose
    private final ScriptedTracker tracker = new ScriptedTracker();

    /** What is told to a read, and to a reply to a ticket that can be read. */
    static Stream<Arguments> answers() {
        Class<?> unreachable = RemoteFailure.Unreachable.class;
        Class<?> unknown = RemoteFailure.OutcomeUnknown.class;
        Class<?> refused = RemoteFailure.Refused.class;
        Class<?> gone = RemoteFailure.Gone.class;
        Class<?> unauthorized = RemoteFailure.Unauthorized.class;
        Class<?> throttled = RemoteFailure.Throttled.class;
        return Stream.of(
                Arguments.of(Reply.page(200, "<html><title>Login</title>"), unreachable, unknown),
                Arguments.of(new Reply(202, Map.of(), ""), unreachable, unknown),
                Arguments.of(new Reply(302, Map.of("Location", "/elsewhere"), ""), unreachable, unreachable),
                Arguments.of(
                        new Reply(302, Map.of("Location", "http://x/NoAuth/Login.html?next=1"), ""),
                        unauthorized,
                        unauthorized),
                Arguments.of(Reply.page(502, "<html>Bad Gateway"), unreachable, unknown),
                Arguments.of(Reply.page(503, "<html>Maintenance"), unreachable, unknown),
                Arguments.of(Reply.page(504, "<html>Timeout"), unreachable, unknown),
                Arguments.of(new Reply(500, Map.of("Content-Type", "application/json"), ""), unreachable, unknown),
                Arguments.of(Reply.message(500, "Internal Server Error"), unreachable, unknown),
                Arguments.of(Reply.json(200, "{\"id\":7,\"Status\":"), unreachable, unknown),
                Arguments.of(Reply.json(201, "\"\""), unreachable, unknown),
                Arguments.of(Reply.json(200, "[".repeat(50_000)), unreachable, unknown),
                Arguments.of(Reply.json(200, "{\"a\":\"" + "x".repeat(Line.MAX_BODY) + "\"}"), unreachable, unknown),
                Arguments.of(Reply.json(200, "{" + "\"a\":0,".repeat(400_000) + "\"b\":0}"), unreachable, unknown),
                Arguments.of(Reply.message(401, "Unauthorized"), unauthorized, unauthorized),
                Arguments.of(Reply.message(429, "Slow down").with("Retry-After", "17"), throttled, throttled),
                Arguments.of(Reply.page(403, "<html>Forbidden by a proxy"), unreachable, refused),
                Arguments.of(Reply.page(404, "<html>No such host"), unreachable, unreachable),
                Arguments.of(Reply.message(403, "Forbidden"), gone, refused),
                Arguments.of(Reply.message(404, "Not Found"), gone, gone),
                Arguments.of(Reply.message(400, "ContentType is a required field"), refused, refused),
                Arguments.of(Reply.message(413, "Too large"), refused, refused));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void tellsWhatIsToBeDoneNext(Reply reply, Class<?> read, Class<?> written) {
        tracker.reads("7", reply, ticket(json("7", "open", "CS0001001"), 40));
        tracker.on("POST", CORRESPOND, reply);

        assertThat(failure(() -> tracker.system.read(TICKET))).isInstanceOf(read);
        assertThat(failure(() -> tracker.system.say(TICKET, "Ana (portal): hola")))
                .isInstanceOf(written)
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("hola");
    }

    @Test
    void tellsWhyItWasRefusedWithoutAnybodysWords() {
        tracker.reads("7", ticket(json("7", "open", "CS0001001"), 40));
        tracker.on("POST", CORRESPOND, Reply.message(400, "Permission Denied"));

        RemoteFailure.Refused refused = (RemoteFailure.Refused) failure(() -> tracker.system.say(TICKET, "mi secreto"));

        assertThat(refused).hasMessageContaining("Permission Denied");
        assertThat(refused.request()).startsWith("POST " + CORRESPOND).doesNotContain("secreto");
        assertThat(refused.answer()).startsWith("400");
    }

    /** Somebody between us and it speaks: nothing is concluded from that, least of all that there is no ticket. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"maintenance\"}", "{\"message\":\"later\"}", "{\"items\":null}"})
    void aPageWithoutRowsIsNoPage(String json) {
        tracker.on("GET", ROOT + "/tickets", Reply.json(200, json));
        tracker.on("GET", ROOT + "/transactions", Reply.json(200, json));

        assertThat(failure(() -> tracker.system.find(ScriptedTracker.OURS)))
                .isInstanceOf(RemoteFailure.Unreachable.class);
        assertThat(failure(() -> tracker.system.changes(Watermark.START)))
                .isInstanceOf(RemoteFailure.Unreachable.class);
        assertThat(failure(() -> tracker.system.messages(TICKET))).isInstanceOf(RemoteFailure.Unreachable.class);
    }

    @Test
    void noCookieIsEverSentBack() {
        tracker.reads(
                "7", ticket(json("7", "open", "CS0001001"), 40).with("Set-Cookie", "RT_SID_x=1; path=/; HttpOnly"));

        tracker.system.read(TICKET);
        tracker.system.read(TICKET);

        assertThat(tracker.asked("GET", ROOT + "/ticket/7"))
                .hasSize(2)
                .noneMatch(one -> one.headers().containsKey("cookie"))
                .allMatch(one -> "token 1-14-secret".equals(one.headers().get("authorization")));
    }

    static RemoteFailure failure(Runnable call) {
        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }
}
