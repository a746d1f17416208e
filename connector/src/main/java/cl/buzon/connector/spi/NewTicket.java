package cl.buzon.connector.spi;

import org.jspecify.annotations.Nullable;

/**
 * A case on its first way to the other side.
 *
 * @param category code of the situation
 * @param trackingNumber normalised
 * @param fields state, executive and compensation as they are now
 */
public record NewTicket(
        Correlation correlation,
        String category,
        @Nullable String trackingNumber,
        String subject,
        String description,
        Customer customer,
        TicketFields fields) {

    /**
     * Whose case it is, to be found on the other side; a customer who is not known there is no obstacle.
     *
     * @param email of the user who opened it
     * @param company its name
     */
    public record Customer(String email, String name, String company) {}
}
