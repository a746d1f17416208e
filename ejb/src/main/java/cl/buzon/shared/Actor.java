package cl.buzon.shared;

import java.util.Optional;
import java.util.UUID;

/** Who asks the desk for something, and by which way; every desk method takes it first and judges it. */
public sealed interface Actor {

    /** The name that the history shows. */
    String name();

    Origin origin();

    /** The user or executive behind the wish; a machine is nobody. */
    default Optional<UUID> person() {
        if (this instanceof Customer customer) {
            return Optional.of(customer.id().value());
        }
        if (this instanceof Executive executive) {
            return Optional.of(executive.id().value());
        }
        return this instanceof Operator operator ? Optional.of(operator.id().value()) : Optional.empty();
    }

    /** A user of a customer company. An administrator of the company sees all of its cases, others only their own. */
    record Customer(UserId id, AccountId account, String name, boolean administrator, Origin origin) implements Actor {}

    /** A customer service executive of the postal operator, at the portal's own calls or through the ticketing system. */
    record Executive(ExecutiveId id, String name, Origin origin) implements Actor {}

    /**
     * Somebody of the back office whom only the ticketing system knows.
     *
     * @param name as given there
     */
    record BackOffice(String name, Origin origin) implements Actor {}

    /** The person who runs the installation: companies, users, executives; no cases. */
    record Operator(UserId id, String name, Origin origin) implements Actor {}

    /** The clock or the sync, where no person stands behind the wish. */
    record Machine(String name, Origin origin) implements Actor {}
}
