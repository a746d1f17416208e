package cl.buzon.shared;

import java.util.UUID;

/** Identifies a claim being written; random, so it tells nothing and can be shown to the outside. */
public record DraftId(UUID value) {

    public static DraftId random() {
        return new DraftId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static DraftId of(String text) {
        return new DraftId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
