package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.ApiTokens;
import cl.buzon.accounts.CheapPasswords;
import cl.buzon.accounts.EmailAddress;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenAdminDeskTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private static final Actor DEMO = new Actor.Machine("demo", Origin.DEMO);
    private static final Actor OPERATOR = new Actor.Operator(UserId.random(), "Olga", Origin.PORTAL);

    private AccountId own = AccountId.random();

    @BeforeEach
    void twoCompaniesHaveUsers() {
        own = company(79_000_101, "ines@propia.example", "gone@propia.example");
        company(79_000_102, "otra@ajena.example");
        PERSISTENCE.run(em -> new PortalUsers(em)
                .getForChange(user(em, "gone@propia.example"))
                .setDisabled(true));
    }

    @Test
    void aUserIsNamedByTheirAddress() {
        TokenHandout handedOut = create(" Ines@Propia.example ");

        assertThat(handedOut.token().user()).isEqualTo("ines@propia.example");
    }

    @Test
    void nobodyElseIsAUserOfTheCompany() {
        for (String email :
                new String[] {"otra@ajena.example", "gone@propia.example", "nadie@propia.example", "Inés", ""}) {
            assertThatThrownBy(() -> create(email))
                    .as(email)
                    .isInstanceOfSatisfying(Refusal.InvalidInput.class, refused -> assertThat(refused.faults())
                            .containsExactly(Fault.of("user", "UNKNOWN_USER")));
        }
    }

    private TokenHandout create(String email) {
        return PERSISTENCE.call(em -> new TokenAdminDesk(new ApiTokens(em), new PortalUsers(em), CLOCK)
                .create(OPERATOR, own, new NewToken("Bodega", email, 30, true, false)));
    }

    private static AccountId company(int number, String... emails) {
        return PERSISTENCE.call(em -> {
            DemoDesk demo = new DemoDesk(
                    new Accounts(em), new PortalUsers(em), new ApiTokens(em), CheapPasswords.create(), CLOCK);
            AccountId account = demo.account(DEMO, "Empresa " + number, SomeRut.of(number));
            for (String email : emails) {
                demo.user(DEMO, account, email, email, false, "known to all");
            }
            return account;
        });
    }

    private static UserId user(EntityManager em, String email) {
        return new PortalUsers(em)
                .findByEmail(new EmailAddress(email))
                .orElseThrow()
                .id();
    }
}
