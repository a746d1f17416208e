package cl.buzon.desk;

import static cl.buzon.desk.SomeCompanies.NOW;
import static cl.buzon.desk.SomeCompanies.OPERATOR;
import static cl.buzon.desk.SomeCompanies.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.notifications.Mail;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Refusal;
import cl.buzon.testing.TestPersistence;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountDeskTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final SomeCompanies COMPANIES = new SomeCompanies(PERSISTENCE);

    @Test
    void aTemporaryPasswordIsHandedOutOnceAndForAWeek() {
        TemporarySignIn handedOut = COMPANIES.found();

        assertThat(handedOut.password()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(handedOut.validUntil()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(handedOut.toString()).doesNotContain(handedOut.password());
    }

    @Test
    void whereThereIsAMailServerPeopleAreInvited() {
        Actor.Customer administrator = COMPANIES.administrator(COMPANIES.found());

        TemporarySignIn invited = PERSISTENCE.call(em -> SomeCompanies.accounts(em, SomePost.withServer())
                .createColleague(administrator, administrator.account(), new NewColleague("Inés", newEmail(), false)));

        assertThat(invited.password()).isNull();
        assertThat(invited.validUntil()).isEqualTo(NOW.plus(Duration.ofDays(3)));
        assertThat(letters(invited)).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo(Mail.Kind.INVITATION);
            assertThat(mail.letter().subject()).startsWith("Paula Soto te invita al Portal de Reclamos de Empresa");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | - | - | - | name REQUIRED, rut REQUIRED, userName REQUIRED, email REQUIRED",
                "Uno | 76.000.006-1 | Ana | ana | rut RUT_CHECK, email EMAIL_FORM",
                "Uno | GB 123 | Ana | ana@ | rut RUT_FORM, email EMAIL_FORM"
            })
    void allThatIsWrongIsSaidAtOnce(
            @Nullable String name,
            @Nullable String rut,
            @Nullable String userName,
            @Nullable String email,
            String expected) {
        assertThat(faults(desk -> desk.createAccount(OPERATOR, new NewAccount(name, rut, userName, email))))
                .isEqualTo(expected);
    }

    @Test
    void longTextsAreRefused() {
        assertThat(faults(desk -> desk.createAccount(
                        OPERATOR,
                        new NewAccount("x".repeat(121), "76.000.006-K", "y".repeat(121), "z".repeat(260) + "@a.cl"))))
                .isEqualTo("name TOO_LONG, userName TOO_LONG, email TOO_LONG");
    }

    @Test
    void taxNumberAndEmailAreTakenOnlyOnce() {
        TemporarySignIn first = COMPANIES.found();
        String rut =
                call(desk -> desk.account(OPERATOR, COMPANIES.of(first))).rut().formatted();

        assertThat(faults(desk -> desk.createAccount(
                        OPERATOR,
                        new NewAccount(
                                "Otra",
                                rut.replace(".", ""),
                                "Ana",
                                first.email().toUpperCase(Locale.ROOT)))))
                .isEqualTo("rut RUT_TAKEN, email EMAIL_TAKEN");
    }

    /** The second waits until the first is done, and then hears it as a fault of what was typed. */
    @Test
    void ofTwoAtOnceTheSecondHearsThatTheNameIsTaken() throws Exception {
        NewAccount wish = SomeCompanies.wish();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<String> second = PERSISTENCE.call(em -> {
                SomeCompanies.accounts(em, SomePost.without()).createAccount(OPERATOR, wish);
                Future<String> begun = other.submit(() -> faults(desk -> desk.createAccount(OPERATOR, wish)));
                awaitSomebodyAtTheLock();
                return begun;
            });

            assertThat(second.get()).isEqualTo("rut RUT_TAKEN, email EMAIL_TAKEN");
        } finally {
            other.shutdownNow();
        }
    }

    private static void awaitSomebodyAtTheLock() {
        boolean waiting = false;
        while (!waiting) {
            waiting = PERSISTENCE.call(em -> (Boolean) em.createNativeQuery(
                            "select exists (select 1 from pg_locks where locktype = 'advisory' and not granted and"
                                    + " database = (select oid from pg_database where datname = current_database()))")
                    .getSingleResult());
        }
    }

    @Test
    void anAdministratorBringsColleaguesIntoTheOwnCompany() {
        Actor.Customer admin = COMPANIES.administrator(COMPANIES.found());

        TemporarySignIn colleague = call(desk -> desk.createColleague(
                admin,
                admin.account(),
                new NewColleague(" Diego  Mora ", newEmail().toUpperCase(Locale.ROOT), false)));

        List<UserView> users =
                call(desk -> desk.users(admin, admin.account(), null, 50)).items();
        assertThat(users).extracting(UserView::name).containsExactly("Diego Mora", "Paula Soto");
        assertThat(users)
                .filteredOn(user -> user.id().equals(colleague.user()))
                .singleElement()
                .satisfies(user -> {
                    assertThat(user.administrator()).isFalse();
                    assertThat(user.mustChangePassword()).isTrue();
                    assertThat(user.lastSignInAt()).isNull();
                });
    }

    @Test
    void theOperatorBringsAUserIntoAnyCompanyThatThereIs() {
        TemporarySignIn first = COMPANIES.found();
        NewColleague wish = new NewColleague("Inés", newEmail(), true);

        TemporarySignIn second = call(desk -> desk.createColleague(OPERATOR, COMPANIES.of(first), wish));

        assertThat(COMPANIES.of(second)).isEqualTo(COMPANIES.of(first));
        assertThat(PERSISTENCE
                        .call(em -> SomeCompanies.users(em, SomePost.without()).user(OPERATOR, second.user()))
                        .administrator())
                .isTrue();
        assertThatThrownBy(() -> call(desk ->
                        desk.createColleague(OPERATOR, AccountId.random(), new NewColleague("Inés", newEmail(), true))))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void theOperatorFindsACompanyByNameOrTaxNumberHoweverWritten() {
        AccountView company = call(desk -> desk.account(OPERATOR, COMPANIES.of(COMPANIES.found())));
        String rut = company.rut().formatted();

        assertThat(List.of(
                        company.name().toUpperCase(Locale.ROOT),
                        rut,
                        rut.replace(".", ""),
                        rut.substring(2, rut.length() - 2)))
                .allSatisfy(words -> assertThat(found(words)).containsExactly(company.id()));
        assertThat(List.of("Empresa %", "no hay", "-"))
                .allSatisfy(words -> assertThat(found(words)).isEmpty());
    }

    private static List<AccountId> found(String words) {
        return call(desk -> desk.accounts(OPERATOR, words, null, 50)).items().stream()
                .map(AccountView::id)
                .toList();
    }

    @Test
    void otherCompaniesAreNotThereForAnAdministrator() {
        Actor.Customer admin = COMPANIES.administrator(COMPANIES.found());
        AccountId stranger = COMPANIES.of(COMPANIES.found());

        assertThatThrownBy(() -> call(desk -> desk.users(admin, stranger, null, 50)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> call(desk -> desk.account(admin, stranger))).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() ->
                        call(desk -> desk.createColleague(admin, stranger, new NewColleague("Inés", newEmail(), true))))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> call(desk -> desk.accounts(admin, "", null, 50)))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void whoeverIsNoAdministratorAdministersNothing() {
        AccountId account = COMPANIES.of(COMPANIES.found());

        assertThat(SomeCompanies.nobodyInCharge(account)).allSatisfy(actor -> {
            refuses(desk -> desk.createAccount(actor, new NewAccount(null, null, null, null)));
            refuses(desk -> desk.createColleague(actor, account, new NewColleague(null, null, true)));
            refuses(desk -> desk.accounts(actor, "", null, 50));
            refuses(desk -> desk.users(actor, account, null, 50));
        });
    }

    private static List<Mail> letters(TemporarySignIn to) {
        return PERSISTENCE.call(em -> SomePost.to(em, to.user()));
    }

    private static void refuses(Consumer<AccountDesk> wish) {
        assertThatThrownBy(() -> run(wish)).isInstanceOf(Refusal.NotAllowed.class);
    }

    private static String faults(Consumer<AccountDesk> wish) {
        try {
            run(wish);
            return "";
        } catch (Refusal.InvalidInput refusal) {
            return SomeCompanies.inWords(refusal);
        }
    }

    private static void run(Consumer<AccountDesk> wish) {
        call(desk -> {
            wish.accept(desk);
            return true;
        });
    }

    private static <T> T call(Function<AccountDesk, T> wish) {
        return PERSISTENCE.call(em -> wish.apply(SomeCompanies.accounts(em, SomePost.without())));
    }
}
