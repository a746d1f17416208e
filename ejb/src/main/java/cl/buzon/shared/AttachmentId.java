package cl.buzon.shared;

import java.util.UUID;

/** Identifies a file of a claim; random, so it tells nothing and can be shown to the outside. */
public record AttachmentId(UUID value) {

    public static AttachmentId random() {
        return new AttachmentId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static AttachmentId of(String text) {
        return new AttachmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
