package cl.buzon.shared;

import java.util.UUID;

/** Identifies a customer service executive; random, so it tells nothing and can be shown to the outside. */
public record ExecutiveId(UUID value) {

    public static ExecutiveId random() {
        return new ExecutiveId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static ExecutiveId of(String text) {
        return new ExecutiveId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
