package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.CheapPasswords;
import cl.buzon.accounts.OneTimeLink;
import cl.buzon.accounts.OneTimeLinks;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OperatorDeskTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Actor OLGA = new Actor.Operator(UserId.random(), "Olga", Origin.PORTAL);

    @Test
    void aFurtherOperatorMakesTheirOwnPassword() {
        String email = email();

        TemporarySignIn handedOut = ask(desk -> desk.add(OLGA, "Otro Operador", email));

        assertThat(handedOut.password()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(operators())
                .filteredOn(one -> one.email().equals(email))
                .singleElement()
                .matches(UserView::mustChangePassword);
    }

    @Test
    void anAddressThatSomebodyHasIsRefused() {
        String email = email();
        ask(desk -> desk.add(OLGA, "Otro Operador", email));

        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> ask(desk -> desk.add(OLGA, "Uno más", email)))
                .satisfies(refused -> assertThat(refused.faults())
                        .singleElement()
                        .extracting("field", "code")
                        .containsExactly("email", "EMAIL_TAKEN"));
    }

    @Test
    void anOperatorKeepsOthersOutAndNeverThemselves() {
        UserId other = ask(desk -> desk.add(OLGA, "Otro Operador", email())).user();
        Actor self = new Actor.Operator(other, "Otro Operador", Origin.PORTAL);

        PERSISTENCE.run(em -> desk(em).disable(OLGA, other));

        assertThat(operators())
                .filteredOn(one -> one.id().equals(other))
                .singleElement()
                .matches(UserView::disabled);
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> PERSISTENCE.run(em -> desk(em).enable(self, other)));
    }

    @Test
    void whoIsKeptOutHasNoOpenLinkLaterEither() {
        UserId other = ask(desk -> desk.add(OLGA, "Otro Operador", email())).user();
        OneTimeLink link = new OneTimeLink(other, OneTimeLink.Purpose.RESET, NOW);
        PERSISTENCE.run(em -> new OneTimeLinks(em).issue(link, NOW));

        PERSISTENCE.run(em -> desk(em).disable(OLGA, other));
        PERSISTENCE.run(em -> desk(em).enable(OLGA, other));

        boolean open = PERSISTENCE.call(em -> new OneTimeLinks(em).hasSince(other, NOW.minusSeconds(1)));
        assertThat(open).isFalse();
    }

    @Test
    void customersHaveNoSayAndAreNotTouched() {
        AccountId account = PERSISTENCE.call(em -> new TestRows(em).account());
        Actor camila = new Actor.Customer(UserId.random(), account, "Camila", true, Origin.PORTAL);

        assertThatExceptionOfType(Refusal.NotAllowed.class).isThrownBy(() -> ask(desk -> desk.operators(camila)));
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> ask(desk -> desk.add(camila, "Camila", email())));
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> ask(desk -> desk.resetPassword(OLGA, UserId.random())));
    }

    private static List<UserView> operators() {
        return ask(desk -> desk.operators(OLGA));
    }

    private static <T> T ask(Function<OperatorDesk, T> question) {
        return PERSISTENCE.call(em -> question.apply(desk(em)));
    }

    private static OperatorDesk desk(EntityManager em) {
        return new OperatorDesk(
                new Accounts(em), new PortalUsers(em), CheapPasswords.create(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String email() {
        return UUID.randomUUID() + "@buzon.example";
    }
}
