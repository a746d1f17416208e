package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Origin;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PreferenceDeskTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private final AccountId company = PERSISTENCE.call(em -> new TestRows(em).account());
    private final Actor rosa = new Actor.Customer(
            PERSISTENCE.call(em -> new TestRows(em).user(company)), company, "Rosa", false, Origin.PORTAL);

    @Test
    void whoHasSaidNothingIsToldByMailWhereThereIsAServer() {
        assertThat(tells(SomePost.withServer())).isTrue();
        assertThat(tells(SomePost.without())).isFalse();
    }

    @Test
    void whoWantsNoLettersAboutTheStateGetsNone() {
        PERSISTENCE.run(em -> SomePost.withServer()
                .preferences(em)
                .choose(rosa, new MailChoice("es", true, false, true, true, false, false, null)));

        assertThat(tells(SomePost.withServer())).isFalse();
    }

    private boolean tells(SomePost post) {
        return PERSISTENCE.call(em -> post.preferences(em).tellsOfStates(rosa));
    }
}
