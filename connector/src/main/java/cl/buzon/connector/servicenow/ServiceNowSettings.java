package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.translation.ValueMap;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where the instance is, who we are there, and what our words are called over there.
 *
 * @param table in which the cases are
 * @param category by our code, its value there; what is not named keeps its code
 * @param group sys_id or name of who is to get new cases; empty for nobody
 * @param parallel calls at once
 * @param deadline of a call, from its start to the last byte of its answer
 * @param overlap how far a poll looks back for what was committed late
 * @param closing where an instance demands a solution of what is closed
 * @param user name of our user there, if the settings tell it
 * @param ignoredStates values of theirs that mean nothing here
 * @param adopts whether a case there that carries our number, and no key yet, is taken for ours
 * @param rate calls a second, 0 for no limit
 */
record ServiceNowSettings(
        URI url,
        Login login,
        String table,
        Names names,
        ValueMap states,
        ValueMap compensations,
        Function<String, String> category,
        String group,
        int parallel,
        Duration connect,
        Duration deadline,
        Duration overlap,
        Closing closing,
        Optional<String> user,
        Set<String> ignoredStates,
        boolean adopts,
        int rate) {

    ServiceNowSettings {
        ignoredStates = Set.copyOf(ignoredStates);
    }

    /** Fields of the table that are named otherwise in every instance. */
    record Names(String trackingNumber, String category, String compensationState, String compensationAmount) {}

    /**
     * What a case that its customer has closed is given, where the instance demands a solution.
     *
     * @param code empty for the one that the instance has for this
     */
    record Closing(String code, String notes) {}

    /**
     * How we sign in.
     *
     * @param client present for OAuth
     */
    record Login(Optional<Secret> client, Optional<Secret> user) {}

    /** A name with its secret, which is never printed. */
    record Secret(String name, String secret) {
        @Override
        public String toString() {
            return name + ":***";
        }
    }

    /** The column that holds one of our fields. */
    String column(TicketField field) {
        return switch (field) {
            case STATE -> "state";
            case EXECUTIVE -> "assigned_to";
            case COMPENSATION_STATE -> names.compensationState();
            case COMPENSATION_AMOUNT -> names.compensationAmount();
            case RESOLUTION_CODE -> "resolution_code";
            case RESOLUTION_NOTES -> "close_notes";
        };
    }

    /** Values of ServiceNow when nothing else is set. */
    static Map<CaseState, String> defaultStates() {
        return Map.of(
                CaseState.NEW, "1",
                CaseState.OPEN, "10",
                CaseState.AWAITING_INFO, "18",
                CaseState.RESOLVED, "6",
                CaseState.CLOSED, "3",
                CaseState.CANCELLED, "7");
    }

    static String defaultCompensation(CompensationState state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
