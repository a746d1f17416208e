package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.accounts.EmailAddress;
import cl.buzon.accounts.PortalUser;
import cl.buzon.cases.Case;
import cl.buzon.cases.Claim;
import cl.buzon.notifications.Author;
import cl.buzon.notifications.News;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NewsOfEntriesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T15:00:00Z");
    private static final Author MARCELA = new Author("Marcela Fuentes", true);
    private static final AccountId COMPANY = AccountId.random();
    private static final PortalUser CAMILA = user("camila");
    private static final PortalUser BOSS = user("jefa");

    private final Case of = Case.open(
            new CaseNumber("CS0001001"),
            new Claim("LOSS", null, "No llega", "No llega", null),
            new Actor.Customer(CAMILA.id(), COMPANY, "Camila Rojas", false, Origin.PORTAL),
            NOON);

    @Test
    void whatTheOtherSideSaysIsNewsAndWhatColleaguesSayIsNot() {
        assertThat(to(CAMILA, message(ActorKind.EXECUTIVE, false))).contains(new News.Said(MARCELA, "Hola", NOON));
        assertThat(to(CAMILA, message(ActorKind.CUSTOMER, false))).isEmpty();
        assertThat(to(CAMILA, message(ActorKind.CUSTOMER, true))).isEmpty();
    }

    @Test
    void aMoveIsNewsUnlessItIsOnesOwn() {
        ActivityView byColleague = moved(ActorKind.CUSTOMER, false, null, CaseState.CLOSED);

        assertThat(to(CAMILA, byColleague)).isPresent();
        assertThat(to(BOSS, byColleague)).as("whoever oversees all cases").isEmpty();
        assertThat(to(CAMILA, moved(ActorKind.CUSTOMER, true, null, CaseState.CLOSED)))
                .isEmpty();
        assertThat(to(CAMILA, moved(ActorKind.SYSTEM, false, null, CaseState.CLOSED)))
                .contains(new News.Moved(null, CaseState.OPEN, CaseState.CLOSED, null, NOON));
    }

    @Test
    void whoeverOnlyTheTicketingSystemKnowsSaysThingsUnderTheirNameAndMovesThemUnderNone() {
        ActivityView said =
                entry(ActivityView.Type.MESSAGE, ActorKind.EXECUTIVE, false, false, "Hola", null, null, null);
        ActivityView moved = entry(
                ActivityView.Type.STATE,
                ActorKind.EXECUTIVE,
                false,
                false,
                null,
                CaseState.AWAITING_INFO,
                "La etiqueta",
                null);

        assertThat(to(CAMILA, said)).contains(new News.Said(new Author("Marcela Fuentes", false), "Hola", NOON));
        assertThat(to(CAMILA, moved))
                .contains(new News.Moved(null, CaseState.OPEN, CaseState.AWAITING_INFO, "La etiqueta", NOON));
    }

    /** It is a code of the back office's. */
    @Test
    void whyACaseWasCancelledIsNotRepeated() {
        assertThat(to(CAMILA, moved(ActorKind.EXECUTIVE, false, "DUPLICATE", CaseState.CANCELLED)))
                .contains(new News.Moved(MARCELA, CaseState.OPEN, CaseState.CANCELLED, null, NOON));
        assertThat(to(CAMILA, moved(ActorKind.EXECUTIVE, false, "La etiqueta", CaseState.AWAITING_INFO)))
                .contains(new News.Moved(MARCELA, CaseState.OPEN, CaseState.AWAITING_INFO, "La etiqueta", NOON));
    }

    @ParameterizedTest
    @EnumSource(CompensationState.class)
    void onlyDecisionsOfACompensationAreNews(CompensationState state) {
        boolean decided =
                switch (state) {
                    case APPROVED, REJECTED, PAYMENT_PENDING, PAID, PAYMENT_FAILED -> true;
                    case NOT_REQUESTED, REQUESTED, UNDER_REVIEW, WITHDRAWN -> false;
                };

        assertThat(to(CAMILA, compensated(state)).isPresent()).isEqualTo(decided);
    }

    private Optional<News> to(PortalUser reader, ActivityView entry) {
        return NewsOfEntries.of(entry, of, reader);
    }

    private static ActivityView message(ActorKind by, boolean own) {
        return entry(ActivityView.Type.MESSAGE, by, true, own, "Hola", null, null, null);
    }

    private static ActivityView moved(ActorKind by, boolean own, @Nullable String reason, CaseState to) {
        return entry(ActivityView.Type.STATE, by, by != ActorKind.SYSTEM, own, null, to, reason, null);
    }

    private static ActivityView compensated(CompensationState state) {
        CompensationView terms = new CompensationView(state, null, new Clp(1000), null, new Clp(1000));
        return entry(ActivityView.Type.COMPENSATION, ActorKind.EXECUTIVE, true, false, null, null, null, terms);
    }

    private static ActivityView entry(
            ActivityView.Type type,
            ActorKind by,
            boolean known,
            boolean own,
            @Nullable String text,
            @Nullable CaseState to,
            @Nullable String reason,
            @Nullable CompensationView compensation) {
        return new ActivityView(
                UUID.randomUUID(),
                1,
                type,
                NOON,
                "Marcela Fuentes",
                by,
                known,
                own,
                null,
                text,
                null,
                to == null ? null : CaseState.OPEN,
                to,
                reason,
                null,
                compensation);
    }

    private static PortalUser user(String name) {
        return PortalUser.of(COMPANY, new EmailAddress(name + "@austral.example"), name, false, "-", NOON);
    }
}
