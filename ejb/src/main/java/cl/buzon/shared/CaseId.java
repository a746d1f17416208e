package cl.buzon.shared;

import java.util.UUID;

/** Identifies a case; random, so it tells nothing and can be shown to the outside. */
public record CaseId(UUID value) {

    public static CaseId random() {
        return new CaseId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
