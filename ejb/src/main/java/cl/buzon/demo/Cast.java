package cl.buzon.demo;

import cl.buzon.shared.Actor;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The people of the demo as the desks know them, by their e-mails. */
final class Cast {

    private final Map<String, Actor.Customer> customers = new HashMap<>();
    private final Map<String, Actor.Executive> executives = new HashMap<>();

    void add(String email, Actor.Customer customer) {
        customers.put(email, customer);
    }

    void add(String email, Actor.Executive executive) {
        executives.put(email, executive);
    }

    Actor.Customer customer(String email) {
        return Objects.requireNonNull(customers.get(email), email);
    }

    Actor.Executive executive(String email) {
        return Objects.requireNonNull(executives.get(email), email);
    }
}
