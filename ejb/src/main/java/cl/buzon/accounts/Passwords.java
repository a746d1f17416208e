package cl.buzon.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes and compares passwords. Each computation takes 46 MiB and some 100 ms of a core, so only a few run at once and
 * only a few more wait; the rest are sent away at once rather than filling the server.
 */
@ApplicationScoped
public class Passwords {

    /** Everybody had to wait too long; trying again in a few seconds helps. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int WAITING = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Argon2Hash.Cost cost;
    private final Duration patience;
    private final Semaphore turns;
    private final Argon2Hash nobodys;

    /** For the proxy that the container makes. */
    @SuppressWarnings("NullAway")
    protected Passwords() {
        this.cost = null;
        this.patience = null;
        this.turns = null;
        this.nobodys = null;
    }

    /** @param parallel how many passwords are hashed at once; each takes 46 MiB of memory */
    @Inject
    Passwords(@ConfigProperty(name = "buzon.passwords.parallel", defaultValue = "2") int parallel) {
        this(parallel, PATIENCE, Argon2Hash.Cost.CURRENT);
    }

    Passwords(int parallel, Duration patience, Argon2Hash.Cost cost) {
        this.patience = patience;
        this.cost = cost;
        this.turns = new Semaphore(parallel, true);
        this.nobodys = Argon2Hash.of(TemporaryPassword.random().value(), salt(), cost);
    }

    /** @throws Busy when there is too much to do */
    public String hash(String password) {
        return inTurn(() -> Argon2Hash.of(password, salt(), cost)).format();
    }

    /** @throws Busy when there is too much to do */
    public boolean matches(String password, String hash) {
        Argon2Hash kept = Argon2Hash.parse(hash);
        return inTurn(() -> kept.isOf(password));
    }

    /**
     * Takes as long as {@link #matches}, so that a name that nobody has is not told apart by the clock.
     *
     * @throws Busy when there is too much to do
     */
    public void matchNobody(String password) {
        inTurn(() -> nobodys.isOf(password));
    }

    /** Whether the hash was made at another cost than today's. */
    public boolean isOutdated(String hash) {
        return !Argon2Hash.parse(hash).cost().equals(cost);
    }

    private <T> T inTurn(Supplier<T> work) {
        takeTurn();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (turns.getQueueLength() < WAITING && turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Busy();
    }

    private static byte[] salt() {
        byte[] salt = new byte[Argon2Hash.SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }
}
