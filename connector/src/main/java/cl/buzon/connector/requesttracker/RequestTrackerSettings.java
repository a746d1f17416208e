package cl.buzon.connector.requesttracker;

import cl.buzon.connector.http.Redaction;
import cl.buzon.connector.translation.ValueMap;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where the Request Tracker is, who we are there, and what our words are called over there.
 *
 * @param token of our user; never printed
 * @param queue in which the tickets are
 * @param closed its status for a closed case
 * @param states its statuses for all others, by our names
 * @param category by our code, its value there; what is not named keeps its code
 * @param parallel calls at once
 * @param deadline of a call, from its start to the last byte of its answer
 * @param overlap how far a poll looks back for what was committed late
 * @param rate calls a second, 0 for no limit
 */
record RequestTrackerSettings(
        URI url,
        Token token,
        String queue,
        Fields fields,
        ValueMap states,
        String closed,
        ValueMap compensations,
        Function<String, String> category,
        int parallel,
        Duration connect,
        Duration deadline,
        Duration overlap,
        int rate) {

    /** A secret that is never printed. */
    record Token(String secret) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * Names of the custom fields.
     *
     * @param resolutionCode empty when there is none
     * @param resolutionNotes empty when there is none
     */
    record Fields(
            String caseNumber,
            String trackingNumber,
            String category,
            String compensationState,
            String compensationAmount,
            Optional<String> resolutionCode,
            Optional<String> resolutionNotes) {}

    /** What is told of a write: by whom and what about is nobody's business, and a solution is read by its customer alone. */
    Redaction redaction() {
        Set<String> words = new HashSet<>(Set.of("Content", "Subject", "Requestor"));
        fields.resolutionCode().ifPresent(words::add);
        fields.resolutionNotes().ifPresent(words::add);
        return new Redaction(words);
    }

    /** Whether a closed case looks as one that is only resolved. */
    boolean closesByResolving() {
        return states.toTheirs(CaseState.RESOLVED.name()).equals(closed);
    }

    String status(String ours) {
        return ours.equals(CaseState.CLOSED.name()) ? closed : states.toTheirs(ours);
    }

    /** Our name, or what stands for one that nothing translates. */
    String state(String theirs) {
        return theirs.equals(closed) && !closesByResolving() ? CaseState.CLOSED.name() : states.toOurs(theirs);
    }

    /** Statuses of the lifecycle that Request Tracker comes with. */
    static Map<CaseState, String> defaultStates() {
        return Map.of(
                CaseState.NEW, "new",
                CaseState.OPEN, "open",
                CaseState.AWAITING_INFO, "stalled",
                CaseState.RESOLVED, "resolved",
                CaseState.CLOSED, "resolved",
                CaseState.CANCELLED, "rejected");
    }

    static String defaultCompensation(CompensationState state) {
        return switch (state) {
            case NOT_REQUESTED -> "No solicitada";
            case REQUESTED -> "Solicitada";
            case UNDER_REVIEW -> "En evaluacion";
            case APPROVED -> "Aprobada";
            case REJECTED -> "Rechazada";
            case PAYMENT_PENDING -> "Pago pendiente";
            case PAID -> "Pagada";
            case PAYMENT_FAILED -> "Pago fallido";
            case WITHDRAWN -> "Retirada";
        };
    }
}
