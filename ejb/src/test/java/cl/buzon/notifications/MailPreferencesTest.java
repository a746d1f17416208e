package cl.buzon.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.accounts.EmailAddress;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailPreferencesTest {

    private static final Wishes OVERSEEING = new Wishes(Language.EN, true, true, true, true, true);

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    @Test
    void whoHasSaidNothingIsToldEverythingOfTheirOwnInSpanish() {
        Wishes usual = PERSISTENCE.call(em -> new MailPreferences(em).of(UserId.random()));

        assertThat(usual).isEqualTo(new Wishes(Language.ES, true, true, true, true, false));
    }

    @Test
    void onlyAdministratorsOfTheCompanyOverseeIt() {
        AccountId company = PERSISTENCE.call(em -> new TestRows(em).account());
        PortalUser wishing = user(company, true);
        PortalUser silent = user(company, true);
        PortalUser noLonger = user(company, false);
        PortalUser elsewhere = user(PERSISTENCE.call(em -> new TestRows(em).account()), true);
        for (PortalUser one : List.of(wishing, noLonger, elsewhere)) {
            PERSISTENCE.run(em -> new MailPreferences(em).wish(one.id(), OVERSEEING));
        }

        List<PortalUser> overseers = PERSISTENCE.call(em -> new MailPreferences(em).overseers(company));

        assertThat(overseers)
                .extracting(PortalUser::id)
                .containsExactly(wishing.id())
                .doesNotContain(silent.id());
    }

    @Test
    void anotherLanguageChangesNothingElse() {
        UserId reader =
                user(PERSISTENCE.call(em -> new TestRows(em).account()), true).id();
        PERSISTENCE.run(em -> new MailPreferences(em).wish(reader, OVERSEEING));

        PERSISTENCE.run(em -> new MailPreferences(em).speak(reader, Language.ES));

        assertThat(PERSISTENCE.<Wishes>call(em -> new MailPreferences(em).of(reader)))
                .isEqualTo(new Wishes(Language.ES, true, true, true, true, true));
    }

    @Test
    void whoHasChosenNothingHasNoLanguageUntilTheySpeakOne() {
        UserId reader =
                user(PERSISTENCE.call(em -> new TestRows(em).account()), false).id();

        boolean before =
                PERSISTENCE.call(em -> new MailPreferences(em).language(reader).isPresent());
        PERSISTENCE.run(em -> new MailPreferences(em).speak(reader, Language.EN));

        assertThat(before).isFalse();
        assertThat(PERSISTENCE.<Wishes>call(em -> new MailPreferences(em).of(reader)))
                .isEqualTo(new Wishes(Language.EN, true, true, true, true, false));
    }

    @Test
    void eachSwitchIsForItsOwnKindOfNews() {
        Wishes answersOnly = new Wishes(Language.ES, true, false, false, false, false);
        News said = new News.Said(SomeMail.MARCELA, "Hola", SomeMail.NOON);
        News decided = new News.Decided(SomeMail.MARCELA, CompensationState.REJECTED, null);
        News closing = new News.Closing(SomeMail.MARCELA, LocalDate.of(2026, 12, 2));

        assertThat(answersOnly.include(said)).isTrue();
        assertThat(answersOnly.include(decided)).isFalse();
        assertThat(answersOnly.include(closing)).isFalse();
    }

    @Test
    void theOperatorsListGoesDownPageByPage() {
        UserId reader =
                user(PERSISTENCE.call(em -> new TestRows(em).account()), false).id();
        for (int i = 0; i < 3; i++) {
            Letter letter = new Letter("Carta " + i, "", "");
            PERSISTENCE.run(em -> new Mails(em)
                    .add(new Mail(
                            Mail.Kind.CASE, new PortalUsers(em).find(reader).orElseThrow(), letter, SomeMail.NOON)));
        }

        List<Mail> first = PERSISTENCE.call(em -> new Mails(em).list(null, null, 2));
        List<Mail> second = PERSISTENCE.call(
                em -> new Mails(em).list(Mail.State.PENDING, first.get(1).number(), 2));

        assertThat(first).extracting(mail -> mail.letter().subject()).containsExactly("Carta 2", "Carta 1");
        assertThat(second).extracting(mail -> mail.letter().subject()).containsExactly("Carta 0");
    }

    private static PortalUser user(AccountId company, boolean administrator) {
        PortalUser user = PortalUser.of(
                company,
                new EmailAddress(UUID.randomUUID() + "@austral.example"),
                "Rosa Soto",
                administrator,
                "-",
                SomeMail.NOON);
        PERSISTENCE.run(em -> new PortalUsers(em).add(user));
        return user;
    }
}
