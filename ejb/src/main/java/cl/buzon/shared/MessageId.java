package cl.buzon.shared;

import java.util.UUID;

/** Identifies a customer message; random, so it tells nothing and can be shown to the outside. */
public record MessageId(UUID value) {

    public static MessageId random() {
        return new MessageId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static MessageId of(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
