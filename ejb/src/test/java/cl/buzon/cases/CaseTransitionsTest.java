package cl.buzon.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.cases.CaseTransitions.Party;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseState;
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
        "AWAITING_INFO, CANCEL, STAFF, CANCELLED"
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

        assertThat(moves).isEqualTo(16);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "CANCELLED"})
    void nothingLeadsOutOfTheEnd(CaseState end) {
        for (Party party : Party.values()) {
            assertThat(CaseTransitions.allowed(end, party)).isEmpty();
        }
    }
}
