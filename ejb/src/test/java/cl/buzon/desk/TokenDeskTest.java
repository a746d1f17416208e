package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.ApiToken;
import cl.buzon.accounts.ApiTokens;
import cl.buzon.accounts.CheapPasswords;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.accounts.TokenScope;
import cl.buzon.accounts.TokenSecret;
import cl.buzon.assignment.Executive;
import cl.buzon.assignment.Executives;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenDeskTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final AtomicInteger COMPANIES = new AtomicInteger(78_000_100);
    private static final Actor DEMO = new Actor.Machine("demo", Origin.DEMO);

    private Instant now = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void aTokenActsAsItsUser() {
        UserId camila = user(true);
        TokenSecret secret = TokenSecret.random();

        PERSISTENCE.run(em -> demo(em).token(DEMO, camila, secret.value()));

        assertThat(bearer(secret)).hasValueSatisfying(bearer -> {
            assertThat(bearer.mayWrite()).isTrue();
            assertThat(bearer.actor()).isInstanceOfSatisfying(Actor.Customer.class, customer -> {
                assertThat(customer.id()).isEqualTo(camila);
                assertThat(customer.administrator()).isTrue();
                assertThat(customer.origin()).isEqualTo(Origin.API);
            });
        });
    }

    @Test
    void aTokenActsAsItsExecutive() {
        ExecutiveId marcela = ExecutiveId.random();
        TokenSecret secret = TokenSecret.random();
        PERSISTENCE.run(em -> {
            new Executives(em, clock()).add(new Executive(marcela, "marcela@buzon.example", "Marcela Fuentes"));
            em.flush();
            demo(em).token(DEMO, marcela, secret.value());
        });

        assertThat(bearer(secret))
                .map(TokenBearer::actor)
                .contains(new Actor.Executive(marcela, "Marcela Fuentes", Origin.API));
        PERSISTENCE.run(
                em -> new Executives(em, clock()).find(marcela).orElseThrow().setActive(false));
        assertThat(bearer(secret)).isEmpty();
    }

    @Test
    void aReadingTokenDoesNotWrite() {
        TokenSecret secret = TokenSecret.random();
        add(ApiToken.of(user(false), "Report", secret, Set.of(TokenScope.READ), now, null));

        assertThat(bearer(secret)).map(TokenBearer::mayWrite).contains(false);
    }

    @Test
    void expiredRevokedUnknownAndOrphanedTokensAreNoTokens() {
        TokenSecret expired = TokenSecret.random();
        add(ApiToken.of(user(false), "Expired", expired, TokenScope.ALL, now, now));
        TokenSecret revoked = TokenSecret.random();
        ApiToken token = ApiToken.of(user(false), "Revoked", revoked, TokenScope.ALL, now, null);
        token.revoke(now);
        add(token);
        UserId gone = user(false);
        TokenSecret orphaned = TokenSecret.random();
        add(ApiToken.of(gone, "Orphaned", orphaned, TokenScope.ALL, now, null));
        PERSISTENCE.run(em -> new PortalUsers(em).getForChange(gone).setDisabled(true));

        assertThat(bearer(expired)).isEmpty();
        assertThat(bearer(revoked)).isEmpty();
        assertThat(bearer(orphaned)).isEmpty();
        assertThat(bearer(new TokenSecret(""))).isEmpty();
    }

    @Test
    void theLastUseIsWrittenOnceAMinute() {
        TokenSecret secret = TokenSecret.random();
        add(ApiToken.of(user(false), "Busy", secret, TokenScope.ALL, now, null));
        Instant first = now;

        bearer(secret);
        now = first.plusSeconds(59);
        bearer(secret);
        Optional<Instant> afterAMoment = lastUse(secret);
        now = first.plusSeconds(60);
        bearer(secret);

        assertThat(afterAMoment).contains(first);
        assertThat(lastUse(secret)).contains(now);
    }

    @Test
    void theDatabaseKnowsNoSecret() {
        TokenSecret secret = TokenSecret.random();
        add(ApiToken.of(user(false), "Secret", secret, TokenScope.ALL, now, null));

        long found = PERSISTENCE.call(em -> (Long) em.createNativeQuery(
                        "select count(*) from api_token t where cast(t as text) like :secret"
                                + " or position(cast(:bytes as bytea) in t.hash) > 0",
                        Long.class)
                .setParameter("secret", "%" + secret.value() + "%")
                .setParameter("bytes", secret.value().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .getSingleResult());

        assertThat(found).isZero();
    }

    @Test
    void knownPasswordsAndSecretsAreForTheDemoOnly() {
        UserId user = user(false);
        for (Actor actor : new Actor[] {
            new Actor.Operator(user, "Olga", Origin.PORTAL),
            new Actor.Operator(user, "Olga", Origin.DEMO),
            new Actor.Machine("clock", Origin.CLOCK)
        }) {
            assertThatThrownBy(() -> PERSISTENCE.run(em -> demo(em).token(actor, user, "known")))
                    .isInstanceOf(Refusal.NotAllowed.class);
            assertThatThrownBy(() -> PERSISTENCE.run(em -> demo(em).operator(actor, "O", "o@buzon.example", "known")))
                    .isInstanceOf(Refusal.NotAllowed.class);
        }
    }

    @Test
    void loadingTheDemoTwiceChangesNothing() {
        int number = COMPANIES.incrementAndGet();
        TokenSecret secret = TokenSecret.random();

        UserId first = load(number, secret);
        UserId second = load(number, secret);

        assertThat(second).isEqualTo(first);
        assertThat(bearer(secret)).isPresent();
    }

    private UserId load(int number, TokenSecret secret) {
        return PERSISTENCE.call(em -> {
            AccountId account = demo(em).account(DEMO, "Demo " + number, SomeRut.of(number));
            UserId user = demo(em).user(DEMO, account, "Camila", number + "@demo.example", false, "known to all");
            em.flush();
            demo(em).token(DEMO, user, secret.value());
            return user;
        });
    }

    private UserId user(boolean administrator) {
        int number = COMPANIES.incrementAndGet();
        return PERSISTENCE.call(em -> {
            AccountId account = demo(em).account(DEMO, "Demo " + number, SomeRut.of(number));
            return demo(em).user(DEMO, account, "Camila", number + "@demo.example", administrator, "known to all");
        });
    }

    private static void add(ApiToken token) {
        PERSISTENCE.run(em -> new ApiTokens(em).add(token));
    }

    private Optional<TokenBearer> bearer(TokenSecret secret) {
        return PERSISTENCE.call(
                em -> new TokenDesk(new ApiTokens(em), new PortalUsers(em), new Executives(em, clock()), clock())
                        .bearer(secret.value()));
    }

    private static Optional<Instant> lastUse(TokenSecret secret) {
        return PERSISTENCE.call(em -> new ApiTokens(em).find(secret).flatMap(ApiToken::lastUsedAt));
    }

    private DemoDesk demo(EntityManager em) {
        return new DemoDesk(new Accounts(em), new PortalUsers(em), new ApiTokens(em), CheapPasswords.create(), clock());
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
