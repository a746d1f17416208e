package cl.buzon.shared;

import java.util.UUID;

/** Identifies a portal user; random, so it tells nothing and can be shown to the outside. */
public record UserId(UUID value) {

    public static UserId random() {
        return new UserId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
