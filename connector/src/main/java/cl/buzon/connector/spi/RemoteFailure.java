package cl.buzon.connector.spi;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What went wrong on the other side, typed by what is to be done next. Messages are for operators and free of secrets. */
public abstract sealed class RemoteFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RemoteFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Nothing was done: it cannot be reached, is asleep, under maintenance or talks nonsense. Try again later. */
    public static final class Unreachable extends RemoteFailure {
        private static final long serialVersionUID = 1L;

        public Unreachable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Nothing was done: we ask too much. Everybody waits, for as long as it says. */
    public static final class Throttled extends RemoteFailure {
        private static final long serialVersionUID = 1L;
        private final @Nullable Duration after;

        /** @param after what the other side asks for; absent when it says nothing, or nothing sane */
        public Throttled(String message, @Nullable Duration after) {
            super(message, null);
            this.after = after;
        }

        public Optional<Duration> after() {
            return Optional.ofNullable(after);
        }
    }

    /** Nothing was done: our credentials are not accepted. The whole sync pauses until they are. */
    public static final class Unauthorized extends RemoteFailure {
        private static final long serialVersionUID = 1L;

        public Unauthorized(String message) {
            super(message, null);
        }
    }

    /** This wish will never be granted as it is: a person must look at this one case. */
    public static final class Refused extends RemoteFailure {
        private static final long serialVersionUID = 1L;
        private final String request;
        private final String answer;
        private final boolean passing;
        private final transient @Nullable Ticket made;

        /**
         * @param message the reason in words
         * @param request what we asked, redacted
         * @param answer what we were told, redacted
         */
        public Refused(String message, String request, String answer) {
            this(message, request, answer, false);
        }

        /** @param passing the other side is known to say so for a while only, so that a few more tries are worth it */
        public Refused(String message, String request, String answer, boolean passing) {
            this(message, request, answer, passing, null);
        }

        private Refused(String message, String request, String answer, boolean passing, @Nullable Ticket made) {
            super(message, null);
            this.request = request;
            this.answer = answer;
            this.passing = passing;
            this.made = made;
        }

        /** The same of a ticket that was made all the same, as far as it is known: no other is to be made for its case. */
        public Refused having(Ticket ticket) {
            return new Refused(String.valueOf(getMessage()), request, answer, passing, ticket);
        }

        /** The ticket that was made before something was refused. */
        public Optional<Ticket> made() {
            return Optional.ofNullable(made);
        }

        public boolean mayPass() {
            return passing;
        }

        public String request() {
            return request;
        }

        public String answer() {
            return answer;
        }
    }

    /** The ticket is not there any more, or hidden from us. */
    public static final class Gone extends RemoteFailure {
        private static final long serialVersionUID = 1L;

        public Gone(String message) {
            super(message, null);
        }
    }

    /** A write may have been done, or may still be. Read before writing again. */
    public static final class OutcomeUnknown extends RemoteFailure {
        private static final long serialVersionUID = 1L;
        private final boolean stillRunning;

        /** @param stillRunning the other side never answered, so that the write may even take effect later */
        public OutcomeUnknown(String message, boolean stillRunning, @Nullable Throwable cause) {
            super(message, cause);
            this.stillRunning = stillRunning;
        }

        public boolean mayStillRun() {
            return stillRunning;
        }
    }
}
