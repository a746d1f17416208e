package cl.buzon.connector.servicenow;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * By what name the instance knows us, to tell our own words from an executive's. The settings may say it; with OAuth
 * alone they need not, and it is learnt from what we write.
 */
final class Identity {

    private final Supplier<Optional<String>> look;
    private volatile @Nullable String name;

    /** Under what name our own rows are made, which need not be the one that we sign in with. */
    private volatile @Nullable String maker;

    /** @param look asks the instance who made our latest ticket; used as long as nothing else tells it */
    Identity(Optional<String> told, Supplier<Optional<String>> look) {
        this.name = told.orElse(null);
        this.look = look;
    }

    /** @param writer of what we have just written; empty when it is hidden */
    void learn(String writer) {
        if (name == null && !writer.isEmpty()) {
            name = writer;
        }
    }

    /** @param login of whoever the instance says has made what we have just made */
    void made(String login) {
        if (!login.isEmpty()) {
            maker = login;
            learn(login);
        }
    }

    boolean is(String login) {
        String known = name;
        if (known == null) {
            known = look.get().orElse(null);
            name = known;
        }
        return login.equalsIgnoreCase(known) || login.equalsIgnoreCase(maker);
    }
}
