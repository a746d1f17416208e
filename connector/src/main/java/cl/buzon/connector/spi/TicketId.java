package cl.buzon.connector.spi;

/** The other side's own key of a ticket. */
public record TicketId(String value) {

    public TicketId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a ticket's key is never blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
