package cl.buzon.run;

/** The portal, or something it needs, did not start; the message tells a person why and what to do. */
public final class StartupFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartupFailure(String message) {
        super(message);
    }

    StartupFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
