package cl.buzon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTimeTest {

    private static final Instant MORNING = Instant.parse("2026-11-25T12:00:00Z");

    private final Map<String, Object> kept = new HashMap<>();
    private Instant now = MORNING;
    private final Sessions sessions = new Sessions(new FreshUsers(), new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void whoDoesNothingHasHalfAnHour() {
        signIn();
        now = MORNING.plus(Duration.ofMinutes(29));

        Duration before = sessions.left(request());
        sessions.touch(request());

        assertThat(before).isEqualTo(Duration.ofMinutes(1));
        assertThat(sessions.left(request())).isEqualTo(Sessions.IDLE);
    }

    @Test
    void howeverBusyASessionEndsAfterTwelveHours() {
        signIn();
        now = MORNING.plus(Visit.LONGEST).minusSeconds(90);

        sessions.touch(request());

        assertThat(sessions.left(request())).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void nobodyHasNoTime() {
        assertThat(sessions.left(request())).isZero();
    }

    @Test
    void whatAPageAsksByItselfIsToldByItsHeaderOrItsAddress() {
        assertThat(Routes.isQuiet(asking("/live/cases/CS0001001/bell", false))).isTrue();
        assertThat(Routes.isQuiet(asking("/caso", true))).isTrue();
        assertThat(Routes.isQuiet(asking("/caso", false))).isFalse();
        assertThat(Routes.isQuiet(asking("/live/session", false))).isFalse();
    }

    private void signIn() {
        kept.put(Visit.class.getName(), new Visit("user", "stamp", now));
        sessions.touch(request());
    }

    private HttpServletRequest request() {
        HttpSession session = (HttpSession) Proxy.newProxyInstance(
                SessionTimeTest.class.getClassLoader(),
                new Class<?>[] {HttpSession.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getAttribute" -> kept.get((String) arguments[0]);
                    case "setAttribute" -> kept.put((String) arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return (HttpServletRequest) Proxy.newProxyInstance(
                SessionTimeTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> session);
    }

    private static HttpServletRequest asking(String path, boolean quiet) {
        HttpServletRequest plain = FakeRequest.to("/csm" + path, path);
        return (HttpServletRequest) Proxy.newProxyInstance(
                SessionTimeTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> quiet ? "1" : null;
                    default -> method.invoke(plain, arguments);
                });
    }
}
