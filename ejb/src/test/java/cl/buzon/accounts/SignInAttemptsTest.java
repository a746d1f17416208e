package cl.buzon.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.testing.TestPersistence;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInAttemptsTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void afterFiveFailuresTheNameMustWaitWhereverItIsTriedFrom() {
        IntStream.range(0, 6).forEach(i -> begin("camila@andessur.example", "192.0.2." + i, NOW));

        assertThat(begin(" Camila@AndesSur.example", "198.51.100.9", NOW)).hasSeconds(2);
    }

    @Test
    void atPlacesWithManyFailuresEveryNameMustWait() {
        IntStream.range(0, 21).forEach(i -> begin("guess" + i, "203.0.113.7", NOW));

        assertThat(begin("another", "203.0.113.7", NOW)).hasSeconds(2);
        assertThat(begin("another", "203.0.113.8", NOW)).isZero();
    }

    @Test
    void triesAtOnceAreAllCounted() {
        long granted = IntStream.range(0, 40)
                .parallel()
                .filter(i ->
                        begin("busy@andessur.example", "198.51.100." + i, NOW).isZero())
                .count();

        assertThat(granted).isEqualTo(6);
    }

    @Test
    void aSuccessClearsTheNameButNotWhatElseFailedAtThePlace() {
        IntStream.range(0, 20).forEach(i -> begin("other" + i, "203.0.113.40", NOW));
        begin("diego@andessur.example", "203.0.113.40", NOW);

        PERSISTENCE.run(em -> new SignInAttempts(em).succeed("diego@andessur.example", "203.0.113.40", NOW));

        assertThat(begin("diego@andessur.example", "203.0.113.40", NOW)).isZero();
        assertThat(begin("diego@andessur.example", "203.0.113.40", NOW)).hasSeconds(2);
    }

    @Test
    void noTypedNameIsKeptInClear() {
        begin("my-secret-typed-in-the-wrong-field", "192.0.2.77", NOW);

        assertThat(subjects("my-secret")).isZero();
        assertThat(subjects("192.0.2.77")).isEqualTo(1);
    }

    @Test
    void oldFailuresAreRemoved() {
        Instant long_ago = NOW.minus(Duration.ofDays(30));
        begin("ancient@andessur.example", "192.0.2.200", long_ago);

        int removed = PERSISTENCE.call(em -> new SignInAttempts(em).forgetOld(long_ago.plus(Duration.ofHours(2))));

        assertThat(removed).isEqualTo(2);
    }

    private static Duration begin(String name, String ip, Instant at) {
        return PERSISTENCE.call(em -> new SignInAttempts(em).begin(name, ip, at));
    }

    private static long subjects(String containing) {
        return PERSISTENCE.call(em ->
                (Long) em.createNativeQuery("select count(*) from sign_in_failure where subject like :part", Long.class)
                        .setParameter("part", "%" + containing + "%")
                        .getSingleResult());
    }
}
