package cl.buzon.assignment;

import cl.buzon.shared.ExecutiveId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An executive as seen at the moment of a decision.
 *
 * @param active whether they still work here
 * @param present whether no absence covers the day
 * @param skills codes of the categories they know
 * @param capacity the load they can carry, null when any
 * @param lastAssignedAt when they got their last case, null when never
 * @param delegate who stands in for them while they are absent
 */
public record Candidate(
        ExecutiveId id,
        boolean active,
        boolean present,
        Set<String> skills,
        @Nullable Integer capacity,
        Load load,
        @Nullable Instant lastAssignedAt,
        @Nullable ExecutiveId delegate) {

    /**
     * The least busy first. Busy is load by capacity, compared without rounding. No limit is measured as if it were the
     * {@linkplain Executive#DEFAULT_CAPACITY usual capacity}: among the unlimited that is the order of their loads, and
     * beside limited colleagues they get a usual share, neither everything nor nothing. Then who has waited longest for
     * a case, and last the id in its written form, so that there is always exactly one first.
     */
    static final Comparator<Candidate> LEAST_BUSY = ((Comparator<Candidate>) Candidate::byShare)
            .thenComparing(Candidate::lastAssignedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(candidate -> candidate.id().toString());

    public Candidate {
        skills = Set.copyOf(skills);
    }

    /** May get a case at all. */
    public boolean isAvailable() {
        return active && present;
    }

    boolean knows(String categoryCode) {
        return skills.contains(categoryCode);
    }

    boolean hasFreeCapacity() {
        return capacity == null || load.fits(capacity);
    }

    /** The company's own executives may be asked for a little more than agreed. */
    boolean canStretch() {
        return isAvailable() && (capacity == null || load.fitsStretched(capacity));
    }

    private static int byShare(Candidate one, Candidate other) {
        return Long.compare(
                one.load.hundredths() * other.usualCapacity(), other.load.hundredths() * one.usualCapacity());
    }

    private int usualCapacity() {
        return capacity == null ? Executive.DEFAULT_CAPACITY : capacity;
    }
}
