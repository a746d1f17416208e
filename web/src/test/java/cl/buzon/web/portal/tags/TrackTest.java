package cl.buzon.web.portal.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrackTest {

    private final Map<String, String> assigned = Map.of("RECEIVED", "18-11, 10:44", "ASSIGNED", "18-11, 10:44");

    @Test
    void aCaseThatWaitsForTheCustomerStandsPausedAtItsAnalysis() {
        Track track = Track.of("AWAITING_INFO", assigned);

        assertThat(track.stops()).extracting(Track.Stop::look).containsExactly("done", "done", "now wait", "", "");
        assertThat(track.position()).isEqualTo(3);
    }

    @Test
    void aNewCaseWithoutExecutiveStandsAtReceived() {
        Track track = Track.of("NEW", Map.of("RECEIVED", "18-11, 10:44"));

        assertThat(track.current().key()).isEqualTo("track.RECEIVED");
    }

    @Test
    void aNewCaseWithExecutiveStandsAtAssigned() {
        Track track = Track.of("NEW", assigned);

        assertThat(track.current().key()).isEqualTo("track.ASSIGNED");
    }

    @Test
    void aCaseThatTheCustomerClosedEarlyWasNeverResolved() {
        Track track = Track.of("CLOSED", assigned);

        assertThat(track.stops()).extracting(Track.Stop::look).containsExactly("done", "done", "", "", "done");
    }

    @Test
    void aCancelledCaseEndsAtItsFourthStop() {
        Track track = Track.of("CANCELLED", assigned);

        assertThat(track.length()).isEqualTo(4);
        assertThat(track.current().key()).isEqualTo("track.CANCELLED");
        assertThat(track.current().look()).isEqualTo("done");
    }
}
