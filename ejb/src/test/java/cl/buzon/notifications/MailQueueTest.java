package cl.buzon.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.accounts.LinkSecret;
import cl.buzon.accounts.OneTimeLink;
import cl.buzon.accounts.OneTimeLinks;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.notifications.MailSettings.Tls;
import cl.buzon.shared.Pauses;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailQueueTest {

    private static final Letter LETTER = new Letter("Hola", "Enlace: " + Letter.OPEN_LINK, Letter.OPEN_LINK);
    private static final Outcome DOWN = new Outcome(Trouble.NOT_REACHABLE, null);
    private static final Outcome NOBODY = new Outcome(Trouble.ADDRESS_REFUSED, "550 5.1.1 No such user");

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private MailSettings settings = SomeMail.settings("correo.example", 25, null, null, Tls.NONE);
    private Instant now = SomeMail.NOON;
    private UserId reader;

    @SuppressWarnings("NullAway.Init")
    MailQueueTest() {}

    @BeforeEach
    void nothingButAReader() {
        reader = PERSISTENCE.call(em -> {
            em.createNativeQuery("truncate mail, one_time_link, mail_preference")
                    .executeUpdate();
            TestRows rows = new TestRows(em);
            return rows.user(rows.account());
        });
    }

    @Test
    void aMailIsHandedOutOnceUntilItsLeaseRunsOut() {
        UUID mail = add();

        List<Dispatch> first = claim();

        assertThat(first).extracting(Dispatch::mail).containsExactly(mail);
        assertThat(claim()).isEmpty();
        now = now.plus(Mail.LEASE);
        List<Dispatch> second = claim();
        assertThat(second).hasSize(1);
        settle(first.get(0), DOWN);
        settle(second.get(0), Outcome.SENT);
        assertThat(find(mail).state()).isEqualTo(Mail.State.SENT);
    }

    /** Two nodes at once: what one transaction looks at, the other passes over. */
    @Test
    void twoNodesNeverTakeTheSameMail() {
        add();
        add();

        List<Dispatch> both = PERSISTENCE.call(em -> {
            List<Dispatch> here = new ArrayList<>(queue(em).claim(1));
            here.addAll(PERSISTENCE.call(other -> queue(other).claim(5)));
            return here;
        });

        assertThat(both).extracting(Dispatch::mail).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void aServerThatIsDownIsTriedForEverWithPausesThatEndGrowing() {
        UUID mail = add();
        for (int attempt = 1; attempt <= 40; attempt++) {
            List<Dispatch> claimed = claim();
            assertThat(claimed).hasSize(1);
            settle(claimed.get(0), DOWN);
            Instant next = find(mail).nextAttemptAt().orElseThrow();
            assertThat(Duration.between(now, next)).isLessThanOrEqualTo(Duration.ofMinutes(15));
            now = next;
        }
        settle(claim().get(0), Outcome.SENT);

        assertThat(find(mail).state()).isEqualTo(Mail.State.SENT);
        assertThat(find(mail).attempts()).isEqualTo(41);
    }

    @Test
    void anAddressThatIsRefusedForGoodIsMarkedAndTriedNoMore() {
        UUID mail = add();

        settle(claim().get(0), NOBODY);

        assertThat(find(mail).state()).isEqualTo(Mail.State.REFUSED);
        assertThat(find(mail).lastAnswer()).contains("550 5.1.1 No such user");
        assertThat(refusedSince()).contains(now);
        now = now.plus(Duration.ofDays(1));
        assertThat(claim()).isEmpty();
    }

    @Test
    void whoSaysAnewWhatTheyWishIsTriedAgain() {
        add();
        settle(claim().get(0), NOBODY);

        PERSISTENCE.run(em -> new MailPreferences(em).wish(reader, Wishes.USUAL));

        assertThat(refusedSince()).isEmpty();
    }

    @Test
    void withoutAMailServerMailsAreKept() {
        UUID mail = add();
        settings = SomeMail.KEPT;

        assertThat(claim()).isEmpty();

        assertThat(find(mail).state()).isEqualTo(Mail.State.KEPT);
        assertThat(find(mail).isRepeatable()).isTrue();
    }

    @Test
    void theTableHoldsNoSecretOfALinkThatIsSent() {
        OneTimeLink link = link();
        UUID mail = addWith(link);

        Dispatch sent = claim().get(0);
        settle(sent, Outcome.SENT);

        String secret = sent.letter().text().replaceFirst(".*/clave\\?llave=", "");
        assertThat(found(secret))
                .hasValueSatisfying(one -> assertThat(one.user()).isEqualTo(reader));
        assertThat(find(mail).letter().text()).isEqualTo(LETTER.text());
        assertThat(sent.letter().html()).startsWith("https://reclamos.example/csm/clave?llave=");
        assertThat(sent.toString()).doesNotContain(secret);
    }

    @Test
    void aSecondSendingMakesTheFirstLinkWorthless() {
        addWith(link());
        Dispatch first = claim().get(0);
        settle(first, DOWN);
        now = now.plus(Duration.ofDays(2));

        Dispatch second = claim().get(0);

        assertThat(found(secretIn(first))).isEmpty();
        assertThat(found(secretIn(second)))
                .as("its hour begins when it is sent")
                .isPresent();
        now = now.plus(Duration.ofHours(1));
        assertThat(found(secretIn(second))).isEmpty();
    }

    @Test
    void aLetterWhoseLinkHasEndedIsNotSent() {
        UUID mail = addWith(link());
        PERSISTENCE.run(em -> new OneTimeLinks(em).endAll(reader, now));

        assertThat(claim()).isEmpty();

        assertThat(find(mail).state()).isEqualTo(Mail.State.OBSOLETE);
    }

    private OneTimeLink link() {
        return PERSISTENCE.call(em -> {
            OneTimeLink link = new OneTimeLink(reader, OneTimeLink.Purpose.RESET, now);
            new OneTimeLinks(em).issue(link, now);
            return link;
        });
    }

    private UUID add() {
        return PERSISTENCE.call(em -> add(em, new Mail(Mail.Kind.CASE, user(em), LETTER, now)));
    }

    private UUID addWith(OneTimeLink link) {
        return PERSISTENCE.call(em -> add(em, new Mail(Mail.Kind.RESET, user(em), LETTER, now).enclosing(link.id())));
    }

    private static UUID add(EntityManager em, Mail mail) {
        new Mails(em).add(mail);
        return mail.id();
    }

    private PortalUser user(EntityManager em) {
        return new PortalUsers(em).find(reader).orElseThrow();
    }

    private static String secretIn(Dispatch dispatch) {
        return dispatch.letter().text().replaceFirst(".*/clave\\?llave=", "");
    }

    private Optional<OneTimeLink> found(String secret) {
        return PERSISTENCE.call(em -> new OneTimeLinks(em).find(new LinkSecret(secret), now));
    }

    private Optional<Instant> refusedSince() {
        return PERSISTENCE.call(em -> new MailPreferences(em).refusedSince(reader));
    }

    private static Mail find(UUID mail) {
        return PERSISTENCE.call(em -> new Mails(em).find(mail).orElseThrow());
    }

    private List<Dispatch> claim() {
        return PERSISTENCE.call(em -> queue(em).claim(10));
    }

    private void settle(Dispatch dispatch, Outcome outcome) {
        PERSISTENCE.run(em -> queue(em).settle(dispatch, outcome));
    }

    private MailQueue queue(EntityManager em) {
        Pauses pauses = new Pauses("pauses", List.of(Duration.ofSeconds(10), Duration.ofMinutes(15)), () -> 0.5);
        return new MailQueue(
                new Mails(em),
                new OneTimeLinks(em),
                new PortalUsers(em),
                new MailPreferences(em),
                settings,
                pauses,
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
