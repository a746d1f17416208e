package cl.buzon.connector.spi;

import org.jspecify.annotations.Nullable;

/**
 * The other side's own key of a ticket: two are the same when their values are.
 *
 * @param number of a case that the ticket carries, or must carry: a system whose backup was restored may give a key
 *     once more, to somebody else's ticket; absent when nobody knows, or the key is never given twice
 */
public record TicketId(String value, @Nullable String number) {

    public TicketId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a ticket's key is never blank");
        }
    }

    public TicketId(String value) {
        this(value, null);
    }

    /** The same, which must carry this number. */
    public TicketId of(String number) {
        return new TicketId(value, number);
    }

    /** Whether it is known to be of another case than this one. */
    public boolean isOfAnother(TicketId known) {
        return number != null && known.number != null && !number.equalsIgnoreCase(known.number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TicketId key && key.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
