package cl.buzon.connector.operation;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.MirroredEntry;
import cl.buzon.desk.SyncDesk.Delivery;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.Origin;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final UUID ITEM = new UUID(1, 1);

    private static MirroredEntry at(int position, Origin origin) {
        return new MirroredEntry(ITEM, position, "Camila", ActorKind.CUSTOMER, origin, "Hola", null);
    }

    private static MirroredEntry said(int position) {
        return at(position, Origin.PORTAL);
    }

    @Test
    void whatHasNotBeenComeToWaits() {
        assertThat(new Arrivals(2, false, Map.of()).of(said(3))).contains(Delivery.QUEUED);
    }

    @Test
    void onlyWhatIsWrittenDownAsTakenIsDelivered() {
        assertThat(new Arrivals(3, false, Map.of(ITEM, true)).of(said(3))).contains(Delivery.DELIVERED);
        assertThat(new Arrivals(3, false, Map.of()).of(said(3))).isEmpty();
    }

    @Test
    void aPartOfAMessageIsNotTheMessage() {
        assertThat(new Arrivals(2, false, Map.of(ITEM, true)).of(said(3))).contains(Delivery.QUEUED);
    }

    @Test
    void whatWasRefusedHasFailedThoughOthersGoOn() {
        assertThat(new Arrivals(7, false, Map.of(ITEM, false)).of(said(3))).contains(Delivery.FAILED);
    }

    @Test
    void nothingMoreOfAStoppedCaseArrivesButWhatHasArrivedStays() {
        assertThat(new Arrivals(2, true, Map.of()).of(said(3))).contains(Delivery.FAILED);
        assertThat(new Arrivals(3, true, Map.of(ITEM, true)).of(said(3))).contains(Delivery.DELIVERED);
    }

    @Test
    void whatCameFromThereNeverTravelled() {
        assertThat(new Arrivals(2, false, Map.of()).of(at(3, Origin.SYNC))).isEmpty();
    }
}
