package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.CheapPasswords;
import cl.buzon.accounts.Passwords;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.accounts.SignInAttempts;
import cl.buzon.notifications.Mail;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInDeskTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final AtomicInteger VISITORS = new AtomicInteger();
    private static final String OWN = "Correspondencia 24";
    private static final Actor.Operator OPERATOR = new Actor.Operator(UserId.random(), "Olga", Origin.PORTAL);

    /** Nobody pays for the failures of another test. */
    private final String ip = "192.0.2." + VISITORS.incrementAndGet();

    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private Passwords passwords = CheapPasswords.create();

    @Test
    void theFirstSignInIsOnlyGoodForMakingOnesOwnPassword() {
        TemporarySignIn handedOut = newCompany();

        SignedIn first = entered(signIn(handedOut.email(), password(handedOut)));
        changePassword(first.actor(), null, OWN);
        SignedIn second = entered(signIn(handedOut.email(), OWN));

        assertThat(first.mustChangePassword()).isTrue();
        assertThat(second.mustChangePassword()).isFalse();
        assertThat(second.passwordStamp()).isNotEqualTo(first.passwordStamp());
        assertThat(signIn(handedOut.email(), password(handedOut))).isInstanceOf(SignInResult.Refused.class);
    }

    @Test
    void theFirstUserAdministersTheCompany() {
        TemporarySignIn handedOut = newCompany();

        SignedIn who = entered(signIn(handedOut.email().toUpperCase(Locale.ROOT), password(handedOut)));

        assertThat(who.actor()).isInstanceOfSatisfying(Actor.Customer.class, customer -> {
            assertThat(customer.administrator()).isTrue();
            assertThat(customer.name()).isEqualTo("Paula Soto");
        });
        assertThat(who.company()).startsWith("Empresa");
    }

    @Test
    void aTemporaryPasswordIsWorthNothingAfterAWeek() {
        TemporarySignIn handedOut = newCompany();
        now = now.plus(Duration.ofDays(7));

        assertThat(signIn(handedOut.email(), password(handedOut))).isInstanceOf(SignInResult.Expired.class);
        assertThat(signIn(handedOut.email(), "something else")).isInstanceOf(SignInResult.Refused.class);
    }

    @Test
    void whoIsUnknownOrWrongOrDisabledGetsTheSameAnswer() {
        TemporarySignIn handedOut = newCompany();
        run(em -> {
            SomeCompanies.users(em, SomePost.without(), passwords, clock()).disable(OPERATOR, handedOut.user());
            return true;
        });

        assertThat(signIn("nobody@nowhere.example", "x")).isEqualTo(new SignInResult.Refused());
        assertThat(signIn("", "")).isEqualTo(new SignInResult.Refused());
        assertThat(signIn(handedOut.email(), "wrong")).isEqualTo(new SignInResult.Refused());
        assertThat(signIn(handedOut.email(), password(handedOut))).isEqualTo(new SignInResult.Refused());
        assertThat(current(handedOut.user())).isEmpty();
    }

    @Test
    void fiftyTriesAreSlowedDownAndTheVictimGetsInAMinuteLater() {
        TemporarySignIn handedOut = newCompany();
        long tried = 0;
        for (int i = 0; i < 50; i++) {
            tried += signIn(handedOut.email(), "guess " + i) instanceof SignInResult.Refused ? 1 : 0;
        }

        assertThat(tried).isEqualTo(6);
        assertThat(signIn(handedOut.email(), password(handedOut))).isEqualTo(new SignInResult.Throttled(2));
        now = now.plusSeconds(60);
        entered(signIn(handedOut.email(), password(handedOut)));
    }

    @Test
    void oneTryWithEveryNameAlikeForNamesThatNobodyHas() {
        for (int i = 0; i < 6; i++) {
            signIn("ghost@nowhere.example", "guess " + i);
        }

        assertThat(signIn("ghost@nowhere.example", "guess")).isEqualTo(new SignInResult.Throttled(2));
    }

    @Test
    void whenTooManySignInAtOnceTheNextTriesLaterAndNothingIsHeldAgainstThem() {
        TemporarySignIn handedOut = newCompany();
        passwords = CheapPasswords.busy();
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(handedOut.email(), password(handedOut))).isEqualTo(new SignInResult.Throttled(5));
        }

        passwords = CheapPasswords.create();

        entered(signIn(handedOut.email(), password(handedOut)));
    }

    @Test
    void aWeakerHashIsReplacedAtTheNextSignIn() {
        passwords = CheapPasswords.older();
        TemporarySignIn handedOut = newCompany();
        String before = hashOf(handedOut.user());

        passwords = CheapPasswords.create();
        SignedIn who = entered(signIn(handedOut.email(), password(handedOut)));

        assertThat(hashOf(handedOut.user())).isNotEqualTo(before).contains("m=64");
        assertThat(current(handedOut.user())).map(SignedIn::passwordStamp).contains(who.passwordStamp());
    }

    @Test
    void theTemporaryPasswordCannotBeKept() {
        TemporarySignIn handedOut = newCompany();
        SignedIn who = entered(signIn(handedOut.email(), password(handedOut)));

        assertThatThrownBy(() -> changePassword(who.actor(), null, password(handedOut)))
                .satisfies(refusal -> assertThat(codes(refusal)).isEqualTo("newPassword PASSWORD_SAME"));
    }

    @Test
    void laterOnTheCurrentPasswordIsAskedFor() {
        TemporarySignIn handedOut = newCompany();
        SignedIn who = entered(signIn(handedOut.email(), password(handedOut)));
        changePassword(who.actor(), null, OWN);

        assertThatThrownBy(() -> changePassword(who.actor(), "wrong", "Otra cosa distinta 7"))
                .satisfies(refusal -> assertThat(codes(refusal)).isEqualTo("currentPassword PASSWORD_WRONG"));
        changePassword(who.actor(), OWN, "Otra cosa distinta 7");

        List<Mail> letters = run(em -> SomePost.to(em, who.id()));
        assertThat(letters)
                .as("of the first nobody need be told")
                .extracting(Mail::kind)
                .containsExactly(Mail.Kind.PASSWORD_CHANGED);

        entered(signIn(handedOut.email(), "Otra cosa distinta 7"));
    }

    @Test
    void onlyTheClockForgetsFailures() {
        assertThatThrownBy(() -> run(em -> desk(em).forgetFailures(OPERATOR))).isInstanceOf(Refusal.NotAllowed.class);
        int forgotten = run(em -> desk(em).forgetFailures(new Actor.Machine("clock", Origin.CLOCK)));

        assertThat(forgotten).isNotNegative();
    }

    private TemporarySignIn newCompany() {
        return run(em -> SomeCompanies.accounts(em, SomePost.without(), passwords, clock())
                .createAccount(OPERATOR, SomeCompanies.wish()));
    }

    private static String password(TemporarySignIn handedOut) {
        return Objects.requireNonNull(handedOut.password());
    }

    private SignInResult signIn(String name, String password) {
        return run(em -> desk(em).signIn(name, password, ip));
    }

    private void changePassword(Actor actor, @Nullable String current, String wanted) {
        run(em -> {
            desk(em).changeOwnPassword(actor, current, wanted, wanted);
            return true;
        });
    }

    private Optional<SignedIn> current(UserId id) {
        return run(em -> desk(em).current(id));
    }

    private static String hashOf(UserId id) {
        return run(em -> new PortalUsers(em).find(id).orElseThrow().passwordHash());
    }

    private static SignedIn entered(SignInResult result) {
        assertThat(result).isInstanceOf(SignInResult.Entered.class);
        return ((SignInResult.Entered) result).who();
    }

    private static String codes(Throwable refusal) {
        return ((Refusal.InvalidInput) refusal)
                .faults().stream()
                        .map(fault -> fault.field() + " " + fault.code())
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("");
    }

    private SignInDesk desk(EntityManager em) {
        return new SignInDesk(
                new Accounts(em),
                new PortalUsers(em),
                new SignInAttempts(em),
                passwords,
                SomePost.without().mail(em, clock()),
                clock());
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    /** Each call is a transaction of its own; what a refusal rolls back is not what the container would. */
    private static <T> T run(Function<EntityManager, T> work) {
        return PERSISTENCE.call(work);
    }
}
