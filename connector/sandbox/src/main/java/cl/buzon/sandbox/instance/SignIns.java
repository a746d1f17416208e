package cl.buzon.sandbox.instance;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Passwords, OAuth clients and tokens of the instance. Safe for many threads. */
public final class SignIns {

    /** The user that a connector signs in as. */
    public static final String INTEGRATION_USER = "buzon.integration";

    /** What everybody's password is at first, and the secret of the client. */
    public static final String PASSWORD = "Buzon-demo-2026";

    /** The OAuth client, for either grant. */
    public static final String CLIENT = "buzon";

    private static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private final Instance instance;
    private final Map<String, String> passwords = new HashMap<>();
    private final Map<String, String> clients = new HashMap<>(Map.of(CLIENT, PASSWORD));
    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<String, String> refreshTokens = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Instant> lockedUntil = new HashMap<>();

    SignIns(Instance instance) {
        this.instance = instance;
    }

    public synchronized void changePassword(String userName, String password) {
        passwords.put(userName, password);
    }

    public synchronized void changeSecret(String client, String secret) {
        clients.put(client, secret);
    }

    /** Tokens that were given out are worth nothing from now on. */
    public synchronized void revokeTokens() {
        tokens.clear();
    }

    public synchronized void revokeRefreshTokens() {
        refreshTokens.clear();
    }

    /** The user, when name and password are right and nobody has tried too often. */
    public synchronized Optional<String> byPassword(String userName, String password) {
        if (isLocked(userName)) {
            return Optional.empty();
        }
        boolean right = instance.user(userName)
                        .filter(user -> user.get("active").equals("true"))
                        .isPresent()
                && passwords.getOrDefault(userName, PASSWORD).equals(password);
        if (right) {
            failures.remove(userName);
            return Optional.of(userName);
        }
        int failed = failures.merge(userName, 1, Integer::sum);
        int limit = instance.switches().passwordsUntilLocked;
        if (limit > 0 && failed >= limit) {
            lockedUntil.put(userName, instance.clock().instant().plus(LOCKED_FOR));
            failures.remove(userName);
        }
        return Optional.empty();
    }

    /** The user that a token stands for, while it lives. */
    public synchronized Optional<String> byToken(String token) {
        return Optional.ofNullable(tokens.get(token))
                .filter(known -> known.until().isAfter(instance.clock().instant()))
                .map(Token::userName);
    }

    public synchronized boolean isClient(String client, String secret) {
        return secret.equals(clients.get(client));
    }

    /** A token for the user: the same one as long as it lives. */
    public synchronized Token tokenFor(String userName) {
        Instant now = instance.clock().instant();
        return tokens.values().stream()
                .filter(token ->
                        token.userName().equals(userName) && token.until().isAfter(now))
                .findFirst()
                .orElseGet(() -> giveOut(userName, now));
    }

    /** The user of a refresh token. */
    public synchronized Optional<String> byRefreshToken(String token) {
        return Optional.ofNullable(refreshTokens.get(token));
    }

    private Token giveOut(String userName, Instant now) {
        Token token = new Token(random(), random(), userName, now.plusSeconds(instance.switches().tokenLife));
        tokens.put(token.access(), token);
        refreshTokens.put(token.refresh(), userName);
        return token;
    }

    private boolean isLocked(String userName) {
        Instant until = lockedUntil.get(userName);
        return until != null && until.isAfter(instance.clock().instant());
    }

    /** 86 characters, as such tokens have. */
    private static String random() {
        String digits = UUID.randomUUID().toString().replace("-", "")
                + UUID.randomUUID().toString().replace("-", "")
                + UUID.randomUUID().toString().replace("-", "");
        return digits.substring(0, 86);
    }

    /** An access token, what renews it, whom it stands for, and until when by the instance's clock. */
    public record Token(String access, String refresh, String userName, Instant until) {}
}
