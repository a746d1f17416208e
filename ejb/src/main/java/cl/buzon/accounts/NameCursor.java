package cl.buzon.accounts;

import cl.buzon.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in a list by rank and name: the row beside it. It names no company; a list is always restricted to what its reader may
 * see, so a made-up cursor leads nowhere else.
 *
 * @param backwards towards the beginning of the list
 * @param rank 0 in a list by name alone
 */
record NameCursor(boolean backwards, UUID id, long rank, String name) {

    /** @throws Refusal.BadCursor when it is none of ours */
    static NameCursor decode(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split(":", 4);
            return new NameCursor(
                    parts[0].equals("b"),
                    UUID.fromString(parts[1]),
                    Long.parseLong(parts[2]),
                    parts[3].replace("\0", ""));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new Refusal.BadCursor();
        }
    }

    String encode() {
        String plain = (backwards ? "b" : "f") + ":" + id + ":" + rank + ":" + name;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
