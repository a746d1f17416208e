package cl.buzon.desk;

/** A new webhook and the secret that signs what it is told, which is shown this once. */
public record WebhookHandout(WebhookView webhook, String secret) {

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "WebhookHandout[" + webhook.id() + "]";
    }
}
