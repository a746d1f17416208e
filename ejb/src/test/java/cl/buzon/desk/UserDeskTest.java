package cl.buzon.desk;

import static cl.buzon.desk.SomeCompanies.NOW;
import static cl.buzon.desk.SomeCompanies.OPERATOR;
import static cl.buzon.desk.SomeCompanies.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.accounts.PortalUsers;
import cl.buzon.notifications.Dispatch;
import cl.buzon.notifications.Mail;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserDeskTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final SomeCompanies COMPANIES = new SomeCompanies(PERSISTENCE);

    @Test
    void aSecondInvitationTakesThePlaceOfTheFirst() {
        Actor.Customer administrator = COMPANIES.administrator(COMPANIES.found());
        TemporarySignIn invited = PERSISTENCE.call(em -> SomeCompanies.accounts(em, SomePost.withServer())
                .createColleague(administrator, administrator.account(), new NewColleague("Inés", newEmail(), false)));

        PERSISTENCE.run(
                em -> SomeCompanies.users(em, SomePost.withServer()).inviteAgain(administrator, invited.user()));

        List<Dispatch> sent = PERSISTENCE.call(em -> SomePost.withServer().claim(em, Clock.fixed(NOW, ZoneOffset.UTC)));
        assertThat(sent)
                .filteredOn(one -> one.address().equals(invited.email()))
                .hasSize(1);
        assertThat(letters(invited)).extracting(Mail::state).containsExactly(Mail.State.OBSOLETE, Mail.State.PENDING);
    }

    @Test
    void whoHasAnOwnPasswordIsNotInvitedAgain() {
        TemporarySignIn paula = COMPANIES.found();
        PERSISTENCE.run(em -> new PortalUsers(em).getForChange(paula.user()).makeOwnPassword("-"));

        assertThatThrownBy(() -> PERSISTENCE.run(
                        em -> SomeCompanies.users(em, SomePost.withServer()).inviteAgain(OPERATOR, paula.user())))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() ->
                        run(desk -> desk.inviteAgain(OPERATOR, COMPANIES.found().user())))
                .as("without a mail server")
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    /** Or a letter that went to a stranger would keep its way in, and the right person would never get one. */
    @Test
    void whoHasNeverBeenInIsInvitedAtAnotherAddressAndTheOldOneOpensNothing() {
        TemporarySignIn wrong = PERSISTENCE.call(em -> SomeCompanies.accounts(em, SomePost.withServer())
                .createColleague(
                        OPERATOR, COMPANIES.of(COMPANIES.found()), new NewColleague("Inés", newEmail(), true)));
        String right = newEmail();

        TemporarySignIn invited = PERSISTENCE.call(em -> SomeCompanies.users(em, SomePost.withServer())
                .readdress(OPERATOR, wrong.user(), right.toUpperCase(Locale.ROOT)));

        assertThat(invited.user()).isEqualTo(wrong.user());
        List<Dispatch> sent = PERSISTENCE.call(em -> SomePost.withServer().claim(em, Clock.fixed(NOW, ZoneOffset.UTC)));
        assertThat(sent).extracting(Dispatch::address).contains(right).doesNotContain(wrong.email());
        assertThat(letters(invited)).extracting(Mail::state).containsExactly(Mail.State.OBSOLETE, Mail.State.PENDING);
    }

    @Test
    void withoutAMailServerTheCorrectedUserGetsANewPassword() {
        TemporarySignIn wrong = COMPANIES.found();
        String right = newEmail();

        TemporarySignIn handedOut = call(desk -> desk.readdress(OPERATOR, wrong.user(), right));

        assertThat(handedOut.email()).isEqualTo(right);
        assertThat(handedOut.password()).isNotNull().isNotEqualTo(wrong.password());
    }

    @Test
    void whoHasBeenInOrIsKeptOutKeepsTheAddress() {
        TemporarySignIn been = COMPANIES.found();
        PERSISTENCE.run(em -> new PortalUsers(em).getForChange(been.user()).signedIn(NOW));
        TemporarySignIn own = COMPANIES.found();
        PERSISTENCE.run(em -> new PortalUsers(em).getForChange(own.user()).makeOwnPassword("-"));
        TemporarySignIn keptOut = COMPANIES.found();
        run(desk -> desk.disable(OPERATOR, keptOut.user()));

        assertThat(List.of(been, own, keptOut))
                .allSatisfy(one -> refuses(desk -> desk.readdress(OPERATOR, one.user(), newEmail())));
    }

    @Test
    void anAddressIsCorrectedToOneThatNobodyElseHas() {
        TemporarySignIn first = COMPANIES.found();
        TemporarySignIn second = COMPANIES.found();

        assertThat(faults(desk -> desk.readdress(OPERATOR, second.user(), first.email())))
                .isEqualTo("email EMAIL_TAKEN");
        assertThat(faults(desk -> desk.readdress(OPERATOR, second.user(), "ana")))
                .isEqualTo("email EMAIL_FORM");
        assertThat(faults(desk -> desk.readdress(OPERATOR, second.user(), second.email())))
                .isEmpty();
    }

    @Test
    void nobodyLocksThemselvesOut() {
        TemporarySignIn own = COMPANIES.found();
        Actor.Customer admin = COMPANIES.administrator(own);

        assertThatThrownBy(() -> run(desk -> desk.disable(admin, own.user()))).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void aResetPasswordIsANewOne() {
        TemporarySignIn first = COMPANIES.found();

        TemporarySignIn second = call(desk -> desk.resetPassword(OPERATOR, first.user()));

        assertThat(second.password()).isNotEqualTo(first.password());
        assertThat(second.user()).isEqualTo(first.user());
    }

    @Test
    void whoIsDisabledCanBeEnabledAgain() {
        TemporarySignIn own = COMPANIES.found();

        run(desk -> desk.disable(OPERATOR, own.user()));
        boolean disabled = call(desk -> desk.user(OPERATOR, own.user())).disabled();
        run(desk -> desk.enable(OPERATOR, own.user()));

        assertThat(disabled).isTrue();
        assertThat(call(desk -> desk.user(OPERATOR, own.user())).disabled()).isFalse();
    }

    @Test
    void usersOfOtherCompaniesAreNotThereForAnAdministrator() {
        Actor.Customer admin = COMPANIES.administrator(COMPANIES.found());
        UserId stranger = COMPANIES.found().user();

        assertThat(List.<Consumer<UserDesk>>of(
                        desk -> desk.user(admin, stranger),
                        desk -> desk.disable(admin, stranger),
                        desk -> desk.resetPassword(admin, stranger),
                        desk -> desk.readdress(admin, stranger, newEmail())))
                .allSatisfy(wish -> assertThatThrownBy(() -> run(wish)).isInstanceOf(Refusal.NotFound.class));
    }

    @Test
    void whoeverIsNoAdministratorHelpsNobodyIn() {
        TemporarySignIn own = COMPANIES.found();

        assertThat(SomeCompanies.nobodyInCharge(COMPANIES.of(own))).allSatisfy(actor -> {
            refuses(desk -> desk.disable(actor, own.user()));
            refuses(desk -> desk.enable(actor, own.user()));
            refuses(desk -> desk.resetPassword(actor, own.user()));
            refuses(desk -> desk.readdress(actor, own.user(), newEmail()));
        });
    }

    private static List<Mail> letters(TemporarySignIn to) {
        return PERSISTENCE.call(em -> SomePost.to(em, to.user()));
    }

    private static void refuses(Consumer<UserDesk> wish) {
        assertThatThrownBy(() -> run(wish)).isInstanceOf(Refusal.NotAllowed.class);
    }

    private static String faults(Consumer<UserDesk> wish) {
        try {
            run(wish);
            return "";
        } catch (Refusal.InvalidInput refusal) {
            return SomeCompanies.inWords(refusal);
        }
    }

    private static void run(Consumer<UserDesk> wish) {
        call(desk -> {
            wish.accept(desk);
            return true;
        });
    }

    private static <T> T call(Function<UserDesk, T> wish) {
        return PERSISTENCE.call(em -> wish.apply(SomeCompanies.users(em, SomePost.without())));
    }
}
