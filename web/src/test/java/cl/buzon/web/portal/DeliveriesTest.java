package cl.buzon.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.SyncDesk.Delivery;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private static final UUID TEXT = UUID.randomUUID();
    private static final UUID FILE = UUID.randomUUID();

    @Test
    void aMessageIsNotDeliveredBeforeAllOfItsFilesAre() {
        Map<UUID, Delivery> known = Map.of(TEXT, Delivery.DELIVERED, FILE, Delivery.QUEUED);

        assertThat(Deliveries.furthestBehind(known, Stream.of(TEXT, FILE))).isEqualTo("QUEUED");
    }

    @Test
    void whatFailedIsSaidBeforeWhatStillWaits() {
        Map<UUID, Delivery> known = Map.of(TEXT, Delivery.QUEUED, FILE, Delivery.FAILED);

        assertThat(Deliveries.furthestBehind(known, Stream.of(TEXT, FILE))).isEqualTo("FAILED");
    }

    @Test
    void nothingIsSaidOfWhatDoesNotTravel() {
        assertThat(Deliveries.furthestBehind(Map.of(), Stream.of(TEXT))).isEmpty();
    }
}
