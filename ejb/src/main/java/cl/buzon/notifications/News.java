package cl.buzon.notifications;

import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing about a case that its customer may know and has not been told. */
public sealed interface News {

    /** Somebody of the other side has written to the customer. */
    record Said(Author author, String text, Instant at) implements News {}

    /** Somebody of the other side has attached a file. */
    record Shown(Author author) implements News {}

    /**
     * The case stands elsewhere.
     *
     * @param author who moved it, absent when nobody did or nobody tells
     * @param words what they said with it: what is missing, the solution
     */
    record Moved(
            @Nullable Author author,
            CaseState from,
            CaseState to,
            @Nullable String words,
            Instant at) implements News {}

    /** The compensation was decided upon, or its payment went on. */
    record Decided(
            @Nullable Author author,
            CompensationState state,
            @Nullable Clp amount) implements News {}

    /** The solution will soon count as accepted. */
    record Closing(@Nullable Author author, LocalDate on) implements News {}
}
