package cl.buzon.shared;

/** An amount of Chilean pesos: whole and never negative. */
public record Clp(long amount) implements Comparable<Clp> {

    /** The largest amount that one case may have: far above any claim, and thousands of them still add up. */
    public static final long MAX = 99_999_999_999L;

    public Clp {
        if (amount < 0) {
            throw new IllegalArgumentException("CLP amounts are never negative");
        }
    }

    @Override
    public int compareTo(Clp other) {
        return Long.compare(amount, other.amount);
    }
}
