package cl.buzon.assignment;

import cl.buzon.shared.ExecutiveId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer service executive: works on cases up to a capacity, and better on those whose categories they know. */
@Entity
@Table(name = "executive")
public class Executive {

    /** Capacity, in load, of an executive for whom no other is agreed. */
    public static final int DEFAULT_CAPACITY = 40;

    @Id
    private UUID id;

    private String email;

    private String name;

    private boolean active = true;

    private @Nullable Integer capacity;

    /** Written by {@link Assigner} alone, past this entity, so that no older copy of it is ever stored again. */
    @Column(name = "last_assigned_at", insertable = false, updatable = false)
    private @Nullable Instant lastAssignedAt;

    @ElementCollection
    @CollectionTable(name = "executive_skill", joinColumns = @JoinColumn(name = "executive_id"))
    @Column(name = "category_code")
    private Set<String> skills = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Executive() {}

    /** An active executive with the usual capacity and no skills yet. */
    public Executive(ExecutiveId id, String email, String name) {
        this.id = id.value();
        this.email = required("email", email);
        this.name = required("name", name);
        this.capacity = DEFAULT_CAPACITY;
    }

    /** Corrects who they are; the ticketing system knows them by their e-mail too. */
    public void introduce(String newName, String newEmail) {
        name = required("name", newName);
        email = required("email", newEmail);
    }

    /** Says anew which categories, by their codes, they know. */
    public void setSkills(Set<String> categoryCodes) {
        skills.retainAll(categoryCodes);
        skills.addAll(categoryCodes);
    }

    /** Limits the load from now on; null lifts the limit. */
    public void setCapacity(@Nullable Integer newCapacity) {
        if (newCapacity != null && newCapacity <= 0) {
            throw new IllegalArgumentException("capacity " + newCapacity);
        }
        capacity = newCapacity;
    }

    /** An inactive executive gets no new cases and keeps the ones they have. */
    public void setActive(boolean newActive) {
        active = newActive;
    }

    public ExecutiveId id() {
        return new ExecutiveId(id);
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    public boolean isActive() {
        return active;
    }

    /** The load they can carry; empty means any. */
    public Optional<Integer> capacity() {
        return Optional.ofNullable(capacity);
    }

    public Set<String> skills() {
        return Set.copyOf(skills);
    }

    /** When they got their last case, as of when this copy was read. */
    public Optional<Instant> lastAssignedAt() {
        return Optional.ofNullable(lastAssignedAt);
    }

    private static String required(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an executive without " + what);
        }
        return text.strip();
    }
}
