package cl.buzon.webhooks;

import java.util.UUID;

/**
 * A delivery in the hands of whoever sends it now.
 *
 * @param lease under which they have it; once it has run out somebody else may
 */
public record Dispatch(UUID webhook, UUID delivery, UUID lease, String url, String secret, String type, String body) {

    /** Secrets and what customers wrote stay out of logs. */
    @Override
    public String toString() {
        return "Dispatch[webhook=" + webhook + ", delivery=" + delivery + "]";
    }
}
