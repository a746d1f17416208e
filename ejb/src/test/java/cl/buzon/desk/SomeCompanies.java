package cl.buzon.desk;

import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.CheapPasswords;
import cl.buzon.accounts.Passwords;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.cases.CaseCounts;
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
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Companies with their first users, made by the desks as the operator makes them, and those desks. */
final class SomeCompanies {

    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    static final Actor OPERATOR = new Actor.Operator(UserId.random(), "Olga", Origin.PORTAL);

    private static final AtomicInteger NUMBERS = new AtomicInteger(77_000_100);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final TestPersistence persistence;

    SomeCompanies(TestPersistence persistence) {
        this.persistence = persistence;
    }

    static NewAccount wish() {
        int number = NUMBERS.incrementAndGet();
        return new NewAccount(
                "Empresa " + number,
                SomeRut.of(number).formatted(),
                "Paula Soto",
                "paula" + number + "@empresa.example");
    }

    static String newEmail() {
        return "ines" + NUMBERS.incrementAndGet() + "@empresa.example";
    }

    /** One more company, by its first user. */
    TemporarySignIn found() {
        return persistence.call(em -> accounts(em, SomePost.without()).createAccount(OPERATOR, wish()));
    }

    AccountId of(TemporarySignIn user) {
        return persistence.call(em ->
                new PortalUsers(em).find(user.user()).orElseThrow().account().orElseThrow());
    }

    Actor.Customer administrator(TemporarySignIn first) {
        return new Actor.Customer(first.user(), of(first), first.name(), true, Origin.PORTAL);
    }

    /** Everybody who may neither bring users of that company nor help them in. */
    static List<Actor> nobodyInCharge(AccountId of) {
        return List.of(
                new Actor.Customer(UserId.random(), of, "Diego", false, Origin.API),
                new Actor.Executive(ExecutiveId.random(), "Marcela", Origin.API),
                new Actor.Machine("clock", Origin.CLOCK));
    }

    static AccountDesk accounts(EntityManager em, SomePost post) {
        return accounts(em, post, CheapPasswords.create(), CLOCK);
    }

    static AccountDesk accounts(EntityManager em, SomePost post, Passwords passwords, Clock clock) {
        return new AccountDesk(
                new Accounts(em), new PortalUsers(em), list(em), admission(em, post, passwords, clock), clock);
    }

    static UserDesk users(EntityManager em, SomePost post) {
        return users(em, post, CheapPasswords.create(), CLOCK);
    }

    static UserDesk users(EntityManager em, SomePost post, Passwords passwords, Clock clock) {
        return new UserDesk(
                new Accounts(em), new PortalUsers(em), list(em), admission(em, post, passwords, clock), clock);
    }

    /** What is wrong, in the order in which it is said. */
    static String inWords(Refusal.InvalidInput refusal) {
        return refusal.faults().stream()
                .map(fault -> fault.field() + " " + fault.code())
                .collect(Collectors.joining(", "));
    }

    private static UserList list(EntityManager em) {
        return new UserList(new PortalUsers(em), new CaseCounts(em));
    }

    private static Admission admission(EntityManager em, SomePost post, Passwords passwords, Clock clock) {
        return new Admission(new PortalUsers(em), passwords, post.mail(em, clock), clock);
    }
}
