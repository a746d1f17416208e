package cl.buzon.web.api;

import cl.buzon.desk.PersonView;
import org.jspecify.annotations.Nullable;

/** An executive. */
record PersonJson(String name, String email) {

    static @Nullable PersonJson of(@Nullable PersonView person) {
        return person == null ? null : new PersonJson(person.name(), person.email());
    }
}
