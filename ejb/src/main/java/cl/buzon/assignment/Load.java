package cl.buzon.assignment;

import cl.buzon.shared.CaseState;
import java.math.BigDecimal;
import java.util.Map;

/**
 * How much work an executive has: the sum of the weights of their cases, in exact hundredths of a case.
 */
public record Load(long hundredths) {

    public static final Load NONE = new Load(0);

    /** In hundredths: a case in work counts whole, one that waits for somebody else counts little, an ended one nothing. */
    private static final Map<CaseState, Integer> WEIGHTS = Map.of(
            CaseState.NEW, 100,
            CaseState.OPEN, 100,
            CaseState.AWAITING_INFO, 25,
            CaseState.RESOLVED, 10);

    /** An account's own executives take its cases up to this part of their capacity. */
    private static final int STRETCHED_PERCENT = 120;

    private static final int PERCENT = 100;

    static Load of(CaseState state, long cases) {
        return new Load(WEIGHTS.getOrDefault(state, 0) * cases);
    }

    Load plus(Load other) {
        return new Load(hundredths + other.hundredths);
    }

    /** Below what is agreed. */
    boolean fits(int capacity) {
        return hundredths < (long) PERCENT * capacity;
    }

    /** Below 1.2 times what is agreed. */
    boolean fitsStretched(int capacity) {
        return hundredths < (long) STRETCHED_PERCENT * capacity;
    }

    /** In cases, with two decimals. */
    public BigDecimal cases() {
        return BigDecimal.valueOf(hundredths, 2);
    }
}
