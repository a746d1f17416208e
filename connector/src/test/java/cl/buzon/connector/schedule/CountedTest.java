package cl.buzon.connector.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CountedTest {

    private static final TicketId TICKET = new TicketId("1");

    private final Gate gate = new Gate(new MovedClock(), new Random(1), Duration.ofSeconds(15));
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger recoveries = new AtomicInteger();

    private Counted counted(RemoteFailure failure) {
        TicketingSystem remote = (TicketingSystem) Proxy.newProxyInstance(
                CountedTest.class.getClassLoader(), new Class<?>[] {TicketingSystem.class}, (proxy, method, values) -> {
                    calls.incrementAndGet();
                    throw failure;
                });
        return new Counted(remote, new Tally(), gate, recoveries::incrementAndGet);
    }

    @Test
    void whoHasBeenAskedForPatienceDoesNotEvenFinishACase() {
        Counted counted = counted(new RemoteFailure.Gone("not asked"));
        gate.throttled(Duration.ofSeconds(20));

        assertThatThrownBy(() -> counted.read(TICKET))
                .isInstanceOfSatisfying(RemoteFailure.Throttled.class, patience -> assertThat(patience.after())
                        .contains(Duration.ofSeconds(20)));
        assertThat(calls).hasValue(0);
    }

    @Test
    void aRefusalProvesThatItCanBeReached() {
        Counted counted = counted(new RemoteFailure.Refused("no", "GET", "403"));
        for (int i = 0; i < 3; i++) {
            gate.unreachable("case " + i);
        }

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> counted.read(TICKET)).isInstanceOf(RemoteFailure.Refused.class);
        }

        assertThat(gate.isOpen()).isTrue();
        assertThat(recoveries).hasValue(1);
    }
}
