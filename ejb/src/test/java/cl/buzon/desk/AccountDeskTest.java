package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.CheapPasswords;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.cases.CaseCounts;
import cl.buzon.notifications.Dispatch;
import cl.buzon.notifications.Mail;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ExecutiveId;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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

    private static final AtomicInteger COMPANIES = new AtomicInteger(77_000_100);
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Actor OPERATOR = new Actor.Operator(UserId.random(), "Olga", Origin.PORTAL);

    @Test
    void aTemporaryPasswordIsHandedOutOnceAndForAWeek() {
        TemporarySignIn handedOut = newCompany();

        assertThat(handedOut.password()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(handedOut.validUntil()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(handedOut.toString()).doesNotContain(handedOut.password());
    }

    @Test
    void whereThereIsAMailServerPeopleAreInvited() {
        Actor.Customer administrator = administrator(newCompany());

        TemporarySignIn invited = PERSISTENCE.call(em -> desk(em, SomePost.withServer())
                .createColleague(administrator, administrator.account(), new NewColleague("Inés", newEmail(), false)));

        assertThat(invited.password()).isNull();
        assertThat(invited.validUntil()).isEqualTo(NOW.plus(Duration.ofDays(3)));
        assertThat(letters(invited)).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo(Mail.Kind.INVITATION);
            assertThat(mail.letter().subject()).startsWith("Paula Soto te invita al Portal de Reclamos de Empresa");
        });
    }

    @Test
    void aSecondInvitationTakesThePlaceOfTheFirst() {
        Actor.Customer administrator = administrator(newCompany());
        TemporarySignIn invited = PERSISTENCE.call(em -> desk(em, SomePost.withServer())
                .createColleague(administrator, administrator.account(), new NewColleague("Inés", newEmail(), false)));

        PERSISTENCE.run(em -> desk(em, SomePost.withServer()).inviteAgain(administrator, invited.user()));

        List<Dispatch> sent = PERSISTENCE.call(em -> SomePost.withServer().claim(em, Clock.fixed(NOW, ZoneOffset.UTC)));
        assertThat(sent)
                .filteredOn(one -> one.address().equals(invited.email()))
                .hasSize(1);
        assertThat(letters(invited)).extracting(Mail::state).containsExactly(Mail.State.OBSOLETE, Mail.State.PENDING);
    }

    @Test
    void whoHasAnOwnPasswordIsNotInvitedAgain() {
        TemporarySignIn paula = newCompany();
        PERSISTENCE.run(em -> new PortalUsers(em).getForChange(paula.user()).makeOwnPassword("-"));

        assertThatThrownBy(() ->
                        PERSISTENCE.run(em -> desk(em, SomePost.withServer()).inviteAgain(OPERATOR, paula.user())))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() ->
                        run(desk -> desk.inviteAgain(OPERATOR, newCompany().user())))
                .as("without a mail server")
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    private static String newEmail() {
        return "ines" + COMPANIES.incrementAndGet() + "@empresa.example";
    }

    private static List<Mail> letters(TemporarySignIn to) {
        return PERSISTENCE.call(em -> SomePost.to(em, to.user()));
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
        TemporarySignIn first = newCompany();
        String rut =
                call(desk -> desk.account(OPERATOR, companyOf(first))).rut().formatted();

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
        int number = COMPANIES.incrementAndGet();
        NewAccount wish = new NewAccount(
                "Empresa " + number, SomeRut.of(number).formatted(), "Paula", "paula" + number + "@empresa.example");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<String> second = PERSISTENCE.call(em -> {
                desk(em).createAccount(OPERATOR, wish);
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
        Actor.Customer admin = administrator(newCompany());

        TemporarySignIn colleague = call(desk -> desk.createColleague(
                admin,
                admin.account(),
                new NewColleague(" Diego  Mora ", "Diego" + COMPANIES.get() + "@empresa.example", false)));

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
        TemporarySignIn first = newCompany();
        NewColleague wish = new NewColleague("Inés", newEmail(), true);

        TemporarySignIn second = call(desk -> desk.createColleague(OPERATOR, companyOf(first), wish));

        assertThat(companyOf(second)).isEqualTo(companyOf(first));
        assertThat(call(desk -> desk.user(OPERATOR, second.user())).administrator())
                .isTrue();
        assertThatThrownBy(() -> call(desk ->
                        desk.createColleague(OPERATOR, AccountId.random(), new NewColleague("Inés", newEmail(), true))))
                .isInstanceOf(Refusal.NotFound.class);
    }

    /** Or a letter that went to a stranger would keep its way in, and the right person would never get one. */
    @Test
    void whoHasNeverBeenInIsInvitedAtAnotherAddressAndTheOldOneOpensNothing() {
        TemporarySignIn wrong = PERSISTENCE.call(em -> desk(em, SomePost.withServer())
                .createColleague(OPERATOR, companyOf(newCompany()), new NewColleague("Inés", newEmail(), true)));
        String right = newEmail();

        TemporarySignIn invited = PERSISTENCE.call(em ->
                desk(em, SomePost.withServer()).readdress(OPERATOR, wrong.user(), right.toUpperCase(Locale.ROOT)));

        assertThat(invited.user()).isEqualTo(wrong.user());
        List<Dispatch> sent = PERSISTENCE.call(em -> SomePost.withServer().claim(em, Clock.fixed(NOW, ZoneOffset.UTC)));
        assertThat(sent).extracting(Dispatch::address).contains(right).doesNotContain(wrong.email());
        assertThat(letters(invited)).extracting(Mail::state).containsExactly(Mail.State.OBSOLETE, Mail.State.PENDING);
    }

    @Test
    void withoutAMailServerTheCorrectedUserGetsANewPassword() {
        TemporarySignIn wrong = newCompany();
        String right = newEmail();

        TemporarySignIn handedOut = call(desk -> desk.readdress(OPERATOR, wrong.user(), right));

        assertThat(handedOut.email()).isEqualTo(right);
        assertThat(handedOut.password()).isNotNull().isNotEqualTo(wrong.password());
    }

    @Test
    void whoHasBeenInOrIsKeptOutKeepsTheAddress() {
        TemporarySignIn been = newCompany();
        PERSISTENCE.run(em -> new PortalUsers(em).getForChange(been.user()).signedIn(NOW));
        TemporarySignIn own = newCompany();
        PERSISTENCE.run(em -> new PortalUsers(em).getForChange(own.user()).makeOwnPassword("-"));
        TemporarySignIn keptOut = newCompany();
        run(desk -> desk.disable(OPERATOR, keptOut.user()));

        assertThat(List.of(been, own, keptOut))
                .allSatisfy(one -> refuses(desk -> desk.readdress(OPERATOR, one.user(), newEmail())));
    }

    @Test
    void anAddressIsCorrectedToOneThatNobodyElseHas() {
        TemporarySignIn first = newCompany();
        TemporarySignIn second = newCompany();

        assertThat(faults(desk -> desk.readdress(OPERATOR, second.user(), first.email())))
                .isEqualTo("email EMAIL_TAKEN");
        assertThat(faults(desk -> desk.readdress(OPERATOR, second.user(), "ana")))
                .isEqualTo("email EMAIL_FORM");
        assertThat(faults(desk -> desk.readdress(OPERATOR, second.user(), second.email())))
                .isEmpty();
    }

    @Test
    void theOperatorFindsACompanyByNameOrTaxNumberHoweverWritten() {
        AccountView company = call(desk -> desk.account(OPERATOR, companyOf(newCompany())));
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
        Actor.Customer admin = administrator(newCompany());
        TemporarySignIn stranger = newCompany();

        assertThatThrownBy(() -> call(desk -> desk.users(admin, companyOf(stranger), null, 50)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> call(desk -> desk.account(admin, companyOf(stranger))))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> run(desk -> desk.disable(admin, stranger.user())))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> call(desk -> desk.resetPassword(admin, stranger.user())))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> call(desk -> desk.readdress(admin, stranger.user(), newEmail())))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> call(desk ->
                        desk.createColleague(admin, companyOf(stranger), new NewColleague("Inés", newEmail(), true))))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> call(desk -> desk.accounts(admin, "", null, 50)))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void nobodyLocksThemselvesOut() {
        TemporarySignIn own = newCompany();
        Actor.Customer admin = administrator(own);

        assertThatThrownBy(() -> run(desk -> desk.disable(admin, own.user()))).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void whoeverIsNoAdministratorAdministersNothing() {
        TemporarySignIn own = newCompany();
        AccountId account = companyOf(own);
        List<Actor> others = List.of(
                new Actor.Customer(UserId.random(), account, "Diego", false, Origin.API),
                new Actor.Executive(ExecutiveId.random(), "Marcela", Origin.API),
                new Actor.Machine("clock", Origin.CLOCK));

        assertThat(others).allSatisfy(actor -> {
            refuses(desk -> desk.createAccount(actor, new NewAccount(null, null, null, null)));
            refuses(desk -> desk.createColleague(actor, account, new NewColleague(null, null, true)));
            refuses(desk -> desk.accounts(actor, "", null, 50));
            refuses(desk -> desk.users(actor, account, null, 50));
            refuses(desk -> desk.disable(actor, own.user()));
            refuses(desk -> desk.enable(actor, own.user()));
            refuses(desk -> desk.resetPassword(actor, own.user()));
            refuses(desk -> desk.readdress(actor, own.user(), newEmail()));
        });
    }

    @Test
    void aResetPasswordIsANewOne() {
        TemporarySignIn first = newCompany();

        TemporarySignIn second = call(desk -> desk.resetPassword(OPERATOR, first.user()));

        assertThat(second.password()).isNotEqualTo(first.password());
        assertThat(second.user()).isEqualTo(first.user());
    }

    @Test
    void whoIsDisabledCanBeEnabledAgain() {
        TemporarySignIn own = newCompany();

        run(desk -> desk.disable(OPERATOR, own.user()));
        boolean disabled = onlyUser(own).disabled();
        run(desk -> desk.enable(OPERATOR, own.user()));

        assertThat(disabled).isTrue();
        assertThat(onlyUser(own).disabled()).isFalse();
    }

    private static void refuses(Consumer<AccountDesk> wish) {
        assertThatThrownBy(() -> run(wish)).isInstanceOf(Refusal.NotAllowed.class);
    }

    private static UserView onlyUser(TemporarySignIn of) {
        return call(desk -> desk.users(OPERATOR, companyOf(of), null, 50))
                .items()
                .get(0);
    }

    private static TemporarySignIn newCompany() {
        int number = COMPANIES.incrementAndGet();
        return call(desk -> desk.createAccount(
                OPERATOR,
                new NewAccount(
                        "Empresa " + number,
                        SomeRut.of(number).formatted(),
                        "Paula Soto",
                        "paula" + number + "@empresa.example")));
    }

    private static Actor.Customer administrator(TemporarySignIn of) {
        return new Actor.Customer(of.user(), companyOf(of), of.name(), true, Origin.PORTAL);
    }

    private static AccountId companyOf(TemporarySignIn user) {
        return PERSISTENCE.call(em ->
                new PortalUsers(em).find(user.user()).orElseThrow().account().orElseThrow());
    }

    private static String faults(Consumer<AccountDesk> wish) {
        try {
            run(wish);
            return "";
        } catch (Refusal.InvalidInput refusal) {
            return String.join(
                    ", ",
                    refusal.faults().stream()
                            .map(fault -> fault.field() + " " + fault.code())
                            .toList());
        }
    }

    private static void run(Consumer<AccountDesk> wish) {
        call(desk -> {
            wish.accept(desk);
            return true;
        });
    }

    private static <T> T call(Function<AccountDesk, T> wish) {
        return PERSISTENCE.call(em -> wish.apply(desk(em)));
    }

    private static AccountDesk desk(EntityManager em) {
        return desk(em, SomePost.without());
    }

    private static AccountDesk desk(EntityManager em, SomePost post) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new AccountDesk(
                new Accounts(em),
                new PortalUsers(em),
                new UserList(new PortalUsers(em), new CaseCounts(em)),
                CheapPasswords.create(),
                post.mail(em, clock),
                clock);
    }
}
