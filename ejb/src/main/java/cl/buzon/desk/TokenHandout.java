package cl.buzon.desk;

/**
 * A new token on the only occasion on which its secret is known.
 *
 * @param secret to be handed over now or never
 */
public record TokenHandout(TokenView token, String secret) {

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "TokenHandout[" + token.name() + "]";
    }
}
