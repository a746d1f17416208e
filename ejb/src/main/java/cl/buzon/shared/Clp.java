package cl.buzon.shared;

/** An amount of Chilean pesos: whole and never negative. */
public record Clp(long amount) implements Comparable<Clp> {

    /** Far above any claim and far below an overflow of sums. */
    public static final long MAX = 999_999_999_999L;

    public Clp {
        if (amount < 0 || amount > MAX) {
            throw new IllegalArgumentException("CLP amounts go from 0 to " + MAX);
        }
    }

    @Override
    public int compareTo(Clp other) {
        return Long.compare(amount, other.amount);
    }
}
