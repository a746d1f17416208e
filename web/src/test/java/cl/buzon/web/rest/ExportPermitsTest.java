package cl.buzon.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Origin;
import cl.buzon.shared.UserId;
import cl.buzon.web.export.ReportFormat;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExportPermitsTest {

    @Test
    void oneWhoDoesNotReadLeavesPermitsForOthers() {
        ExportPermits permits = new ExportPermits(8);
        Actor idle = someone();
        permits.take(idle);
        permits.take(idle);
        permits.take(idle);

        assertThatThrownBy(() -> permits.take(idle)).isInstanceOf(Busy.class);
        assertThatCode(() -> permits.take(someone())).doesNotThrowAnyException();
    }

    @Test
    void everyFormatOfAReportMayBeFetchedAtOnce() {
        ExportPermits permits = new ExportPermits(8);
        Actor camila = someone();

        assertThatCode(() -> List.of(ReportFormat.values()).forEach(format -> permits.take(camila)))
                .doesNotThrowAnyException();
    }

    @Test
    void noMoreAreWrittenThanTheNodeMay() {
        ExportPermits permits = new ExportPermits(3);
        ExportPermits.Permit first = permits.take(someone());
        permits.take(someone());
        permits.take(someone());

        assertThatThrownBy(() -> permits.take(someone())).isInstanceOf(Busy.class);
        first.close();
        assertThatCode(() -> permits.take(someone())).doesNotThrowAnyException();
    }

    @Test
    void aPermitIsGivenBackOnce() {
        ExportPermits permits = new ExportPermits(2);
        Actor camila = someone();
        ExportPermits.Permit first = permits.take(camila);
        permits.take(camila);
        first.close();
        first.close();

        permits.take(camila);

        assertThatThrownBy(() -> permits.take(camila)).isInstanceOf(Busy.class);
        assertThatThrownBy(() -> permits.take(someone())).isInstanceOf(Busy.class);
    }

    @Test
    void aReaderWhoStallsHoldsThePermitUntilTheyAreDone() throws Exception {
        ExportPermits permits = new ExportPermits(1);
        StalledReader reader = new StalledReader();
        Thread writing = new Thread(() -> {
            try (var permit = permits.take(someone())) {
                assertThat(permit).isNotNull();
                reader.write(1);
            }
        });
        writing.start();
        reader.awaitStall();

        assertThatThrownBy(() -> permits.take(someone())).isInstanceOf(Busy.class);
        reader.goOn();
        writing.join(TimeUnit.MINUTES.toMillis(1));
        assertThatCode(() -> permits.take(someone())).doesNotThrowAnyException();
    }

    private static Actor someone() {
        return new Actor.Customer(
                new UserId(UUID.randomUUID()), new AccountId(UUID.randomUUID()), "Camila", false, Origin.PORTAL);
    }

    /** Takes nothing until it is told to. */
    private static final class StalledReader extends OutputStream {

        private final CountDownLatch stalled = new CountDownLatch(1);
        private final CountDownLatch reading = new CountDownLatch(1);

        @Override
        public void write(int b) {
            stalled.countDown();
            try {
                assertThat(reading.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void awaitStall() throws InterruptedException {
            assertThat(stalled.await(1, TimeUnit.MINUTES)).isTrue();
        }

        void goOn() {
            reading.countDown();
        }
    }
}
