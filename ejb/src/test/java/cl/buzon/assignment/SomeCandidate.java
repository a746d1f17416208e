package cl.buzon.assignment;

import cl.buzon.shared.ExecutiveId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A candidate told in words: active, present, idle and of usual capacity, as long as nothing else is said. */
final class SomeCandidate {

    private final ExecutiveId id;
    private boolean active = true;
    private boolean present = true;
    private Set<String> skills = Set.of();
    private @Nullable Integer capacity = Executive.DEFAULT_CAPACITY;
    private Load load = Load.NONE;
    private @Nullable Instant lastAssignedAt;
    private @Nullable ExecutiveId delegate;

    SomeCandidate(ExecutiveId id) {
        this.id = id;
    }

    SomeCandidate inactive() {
        active = false;
        return this;
    }

    SomeCandidate absent() {
        present = false;
        return this;
    }

    SomeCandidate knowing(String category) {
        skills = Set.of(category);
        return this;
    }

    SomeCandidate capacity(int cases) {
        capacity = cases;
        return this;
    }

    SomeCandidate unlimited() {
        capacity = null;
        return this;
    }

    SomeCandidate load(int cases) {
        return hundredths(100L * cases);
    }

    SomeCandidate hundredths(long hundredths) {
        load = new Load(hundredths);
        return this;
    }

    SomeCandidate lastAssigned(Instant at) {
        lastAssignedAt = at;
        return this;
    }

    SomeCandidate delegate(ExecutiveId to) {
        delegate = to;
        return this;
    }

    Candidate now() {
        return new Candidate(id, active, present, skills, capacity, load, lastAssignedAt, delegate);
    }
}
