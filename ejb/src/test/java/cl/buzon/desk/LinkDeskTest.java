package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.accounts.CheapPasswords;
import cl.buzon.accounts.EmailAddress;
import cl.buzon.accounts.OneTimeLinks;
import cl.buzon.accounts.Passwords;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.accounts.SignInAttempts;
import cl.buzon.notifications.Dispatch;
import cl.buzon.notifications.Mail;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkDeskTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final Actor CLOCK = new Actor.Machine("Buzón", Origin.CLOCK);
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String OLD = "lluvia sobre tejados";
    private static final String NEW = "cordillera nevada 1984";

    private final Passwords passwords = CheapPasswords.create();
    private final SomePost post = SomePost.withServer();
    private final String ip = "192.0.2." + PEOPLE.get();
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private PortalUser ana;

    @SuppressWarnings("NullAway.Init")
    LinkDeskTest() {}

    @BeforeEach
    void somebodyWithAPassword() {
        ana = PERSISTENCE.call(em -> {
            em.createNativeQuery("truncate mail, link_request").executeUpdate();
            PortalUser user = PortalUser.of(
                    new TestRows(em).account(),
                    new EmailAddress("ana" + PEOPLE.incrementAndGet() + "@empresa.example"),
                    "Ana Soto",
                    false,
                    passwords.hash(OLD),
                    now);
            new PortalUsers(em).add(user);
            return user;
        });
    }

    @Test
    void aForgottenPasswordIsReplacedByTheLinkOnce() {
        String before = stamp();
        String secret = askedAndSent();
        assertThat(holder(secret))
                .contains(new LinkHolder("Ana Soto", ana.email().value(), false));

        makePassword(secret, NEW);

        assertThat(stamp()).as("whoever is in is out").isNotEqualTo(before);
        assertThat(passwords.matches(NEW, hash())).isTrue();
        assertThat(holder(secret)).isEmpty();
        assertThatThrownBy(() -> makePassword(secret, "otra frase muy distinta"))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(letters()).extracting(Mail::kind).containsExactly(Mail.Kind.RESET, Mail.Kind.PASSWORD_CHANGED);
    }

    @Test
    void nobodyLearnsWhetherAnAddressIsKnown() {
        ask("nadie" + PEOPLE.get() + "@empresa.example");
        ask(ana.email().value());

        assertThat(answer()).isTrue();
        assertThat(answer()).isTrue();
        assertThat(answer()).isFalse();

        assertThat(sent()).hasSize(1);
    }

    @Test
    void whoIsKeptOutGetsNoLink() {
        String secret = askedAndSent();
        run(em -> user(em).setDisabled(true));
        now = now.plusSeconds(120);
        ask(ana.email().value());
        answerAll();

        assertThat(holder(secret)).isEmpty();
        assertThat(letters()).hasSize(1);
    }

    @Test
    void whoIsHandedAPasswordHasNoOpenLinkBesides() {
        String secret = askedAndSent();

        run(em -> TemporarySignIn.handOut(user(em), new PortalUsers(em), passwords, now));

        assertThat(holder(secret)).isEmpty();
    }

    @Test
    void aLinkIsGoodForAnHour() {
        String secret = askedAndSent();

        now = now.plus(Duration.ofMinutes(59));
        assertThat(holder(secret)).isPresent();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(holder(secret)).isEmpty();
    }

    @Test
    void theNewestLinkIsTheOnlyOne() {
        String first = askedAndSent();
        now = now.plusSeconds(61);

        String second = askedAndSent();

        assertThat(holder(first)).isEmpty();
        assertThat(holder(second)).isPresent();
    }

    @Test
    void aPasswordThatBreaksARuleUsesNoLinkUp() {
        String secret = askedAndSent();

        assertThat(code(() -> makePassword(secret, "corta"))).isEqualTo("newPassword PASSWORD_SHORT");
        assertThat(code(() -> makePassword(secret, OLD))).isEqualTo("newPassword PASSWORD_SAME");

        makePassword(secret, NEW);
    }

    @Test
    void anAddressIsNotFloodedWithLetters() {
        for (int i = 0; i < 4; i++) {
            ask(ana.email().value());
        }
        answerAll();

        assertThat(letters()).hasSize(1);
        assertThat(code(() -> ask(ana.email().value()))).isEqualTo("email THROTTLED");
    }

    @Test
    void fromOnePlaceNotEveryAddressCanBeTried() {
        for (int i = 0; i < 21; i++) {
            ask("alguien" + i + "@empresa.example");
        }

        assertThat(code(() -> ask(ana.email().value()))).isEqualTo("email THROTTLED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "ana", "ana@", "a b@c.cl"})
    void whatIsNoAddressIsSaidAtOnce(String typed) {
        assertThat(code(() -> ask(typed))).isIn("email REQUIRED", "email EMAIL_FORM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "' or 1=1 --", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aMadeUpLinkOpensNothing(String secret) {
        assertThat(holder(secret)).isEmpty();
        assertThatThrownBy(() -> makePassword(secret, NEW)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void anOperatorsLinkIsShownToNobodyWithoutAMailServer() {
        UserId operator = call(em -> {
            PortalUser olga = PortalUser.operator(
                    new EmailAddress("olga" + PEOPLE.incrementAndGet() + "@buzon.example"), "Olga", "-", now);
            new PortalUsers(em).add(olga);
            SomePost.without().mail(em, clock()).reset(olga);
            SomePost.without().mail(em, clock()).reset(user(em));
            return olga.id();
        });

        List<Dispatch> claimed = call(em -> SomePost.without().claim(em, clock()));

        assertThat(claimed).isEmpty();
        List<Mail> kept = call(em -> SomePost.to(em, operator));
        assertThat(kept.get(0).letter().text()).doesNotContain("/clave");
        assertThat(letters().get(0).letter().text()).contains("https://reclamos.example/csm/clave?llave=");
    }

    @Test
    void onlyTheClockAnswers() {
        Actor operator = new Actor.Operator(UserId.random(), "Olga", Origin.PORTAL);

        assertThatThrownBy(() -> call(em -> desk(em).answer(operator))).isInstanceOf(Refusal.NotAllowed.class);
    }

    private String askedAndSent() {
        ask(ana.email().value());
        answerAll();
        List<Dispatch> sent = sent();
        return SomePost.secretIn(sent.get(sent.size() - 1));
    }

    private void answerAll() {
        boolean more = true;
        while (more) {
            more = answer();
        }
    }

    private boolean answer() {
        return call(em -> desk(em).answer(CLOCK));
    }

    private List<Dispatch> sent() {
        return call(em -> post.claim(em, clock()));
    }

    private String hash() {
        return call(em -> user(em).passwordHash());
    }

    private void ask(String email) {
        run(em -> desk(em).ask(email, ip));
    }

    private Optional<LinkHolder> holder(String secret) {
        return call(em -> desk(em).holder(secret));
    }

    private void makePassword(String secret, String wanted) {
        run(em -> desk(em).makePassword(secret, wanted, wanted));
    }

    private String stamp() {
        return call(em -> user(em).passwordStamp());
    }

    private List<Mail> letters() {
        return call(em -> SomePost.to(em, ana.id()));
    }

    private PortalUser user(EntityManager em) {
        return new PortalUsers(em).find(ana.id()).orElseThrow();
    }

    private static String code(Runnable wish) {
        try {
            wish.run();
            return "";
        } catch (Refusal.InvalidInput refused) {
            return refused.faults().get(0).field() + " "
                    + refused.faults().get(0).code();
        }
    }

    private LinkDesk desk(EntityManager em) {
        OneTimeLinks links = new OneTimeLinks(em);
        PasswordMail mail = post.mail(em, clock());
        PortalUsers users = new PortalUsers(em);
        return new LinkDesk(
                links, users, new SignInAttempts(em), passwords, new LinkUse(links, users, mail), mail, clock());
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static <T> T call(Function<EntityManager, T> work) {
        return PERSISTENCE.call(work);
    }

    private static void run(Consumer<EntityManager> work) {
        PERSISTENCE.run(work);
    }
}
