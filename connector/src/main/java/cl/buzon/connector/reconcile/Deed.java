package cl.buzon.connector.reconcile;

import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Something that the other side has done and that is to be done here as well. */
public sealed interface Deed {

    /** Says what somebody has said there. */
    record Post(RemoteAuthor author, String text) implements Deed {}

    /** Adds a file that somebody has added there. */
    record Attach(RemoteAuthor author, String name, Spooled content) implements Deed {}

    /**
     * Goes to the state which the ticket has.
     *
     * @param overruling whether our own last move does not count
     * @param code of the solution, absent when it says nothing new
     * @param notes of the solution, absent when they say nothing new
     */
    record Follow(
            CaseState to,
            boolean overruling,
            @Nullable String code,
            @Nullable String notes) implements Deed {}

    /** Goes to another executive, by e-mail. */
    record Assign(String executive) implements Deed {}

    /** @param amount in CLP: what was paid once that is the state, what was approved before; absent when unknown */
    record Compensate(CompensationState state, @Nullable Long amount) implements Deed {}

    /** Bytes from the other side, kept here until the deed is done. */
    interface Spooled extends AutoCloseable {

        InputStream open() throws IOException;

        @Override
        void close();
    }
}
