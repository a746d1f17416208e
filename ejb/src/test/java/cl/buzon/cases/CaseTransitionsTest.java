package cl.buzon.cases;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.cases.CaseTransitions.Party;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseState;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaseTransitionsTest {

    @ParameterizedTest
    @CsvSource({
        "NEW, ACCEPT_WORK, STAFF, OPEN",
        "NEW, REQUEST_INFO, STAFF, AWAITING_INFO",
        "OPEN, REQUEST_INFO, STAFF, AWAITING_INFO",
        "AWAITING_INFO, REPLY, CONSEQUENCE, OPEN",
        "NEW, RESOLVE, STAFF, RESOLVED",
        "OPEN, RESOLVE, STAFF, RESOLVED",
        "AWAITING_INFO, RESOLVE, STAFF, RESOLVED",
        "RESOLVED, ACCEPT, CUSTOMER, CLOSED",
        "RESOLVED, REJECT, CUSTOMER, OPEN",
        "RESOLVED, EXPIRE, CLOCK, CLOSED",
        "NEW, CLOSE, CUSTOMER, CLOSED",
        "OPEN, CLOSE, CUSTOMER, CLOSED",
        "AWAITING_INFO, CLOSE, CUSTOMER, CLOSED",
        "NEW, CANCEL, STAFF, CANCELLED",
        "OPEN, CANCEL, STAFF, CANCELLED",
        "AWAITING_INFO, CANCEL, STAFF, CANCELLED",
        "RESOLVED, REOPEN, TICKETING, OPEN",
        "CLOSED, REOPEN, OVERRULING, OPEN"
    })
    void aCaseMovesAsTheTableSays(CaseState from, CaseAction action, Party party, CaseState to) {
        assertThat(CaseTransitions.target(from, action, party)).hasValue(to);
    }

    @Test
    void thereAreNoOtherMoves() {
        int moves = 0;
        for (CaseState from : CaseState.values()) {
            for (Party party : Party.values()) {
                moves += CaseTransitions.allowed(from, party).size();
            }
        }

        assertThat(moves).isEqualTo(18);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "CANCELLED"})
    void onlyOverrulingLeadsOutOfTheEnd(CaseState end) {
        for (Party party : EnumSet.complementOf(EnumSet.of(Party.OVERRULING))) {
            assertThat(CaseTransitions.allowed(end, party)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, OPEN, false, ACCEPT_WORK",
        "NEW, CLOSED, false, RESOLVE EXPIRE",
        "OPEN, OPEN, false, ''",
        "OPEN, RESOLVED, false, RESOLVE",
        "AWAITING_INFO, OPEN, false, REPLY",
        "RESOLVED, AWAITING_INFO, false, REOPEN REQUEST_INFO",
        "RESOLVED, CANCELLED, false, REOPEN CANCEL",
        "CLOSED, AWAITING_INFO, true, REOPEN REQUEST_INFO",
        "CLOSED, RESOLVED, true, REOPEN RESOLVE"
    })
    void theTicketingSystemIsFollowedByTheShortestWay(CaseState from, CaseState to, boolean overruling, String way) {
        assertThat(CaseTransitions.path(from, to, overruling).orElseThrow().stream()
                        .map(move -> move.action().name())
                        .collect(joining(" ")))
                .isEqualTo(way);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, NEW, true",
        "CLOSED, OPEN, false",
        "CLOSED, RESOLVED, false",
        "CANCELLED, OPEN, true",
        "CANCELLED, CLOSED, true"
    })
    void someStatesAreBeyondReach(CaseState from, CaseState to, boolean overruling) {
        assertThat(CaseTransitions.path(from, to, overruling)).isEmpty();
    }
}
