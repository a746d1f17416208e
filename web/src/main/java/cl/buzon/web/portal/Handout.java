package cl.buzon.web.portal;

import cl.buzon.desk.TemporarySignIn;
import cl.buzon.shared.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A temporary password, or word of an invitation: shown on the answer to the very request that made it and nowhere else,
 * so that there is no redirect.
 */
@RequestScoped
class Handout {

    @Inject
    PageRequest request;

    private @Nullable TemporarySignIn given;

    /** Asks for one, and complains where it is refused. */
    boolean gives(Supplier<TemporarySignIn> wish) {
        try {
            given = wish.get();
            return true;
        } catch (Refusal.InvalidInput refused) {
            request.complain(refused.faults());
            return false;
        }
    }

    @Nullable
    TemporarySignIn given() {
        return given;
    }
}
