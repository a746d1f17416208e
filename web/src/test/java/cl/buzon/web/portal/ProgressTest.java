package cl.buzon.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.ActivityView;
import cl.buzon.desk.CaseView;
import cl.buzon.desk.CategoryView;
import cl.buzon.desk.CompensationView;
import cl.buzon.desk.PersonView;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.LocalText;
import cl.buzon.shared.UserId;
import cl.buzon.web.i18n.Formats;
import cl.buzon.web.i18n.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Instant OPENED = Instant.parse("2026-11-01T15:00:00Z");
    private static final PersonView MARCELA = new PersonView("Marcela Soto", "marcela@correo.example");

    /** The case was assigned on the second day, worked on from the third, approved on the fourth and reopened far later. */
    private static final List<ActivityView> FIRST = List.of(
            state(1, CaseState.NEW),
            entry(2, ActivityView.Type.ASSIGNMENT, null, MARCELA, null),
            state(3, CaseState.OPEN),
            entry(4, ActivityView.Type.COMPENSATION, null, null, CompensationState.APPROVED),
            state(250, CaseState.RESOLVED),
            state(251, CaseState.OPEN));

    private static final List<ActivityView> END = IntStream.rangeClosed(101, 300)
            .mapToObj(position -> FIRST.stream()
                    .filter(one -> one.position() == position)
                    .findFirst()
                    .orElseGet(() -> entry(position, ActivityView.Type.MESSAGE, null, null, null)))
            .toList();

    @Test
    void aLongHistoryKeepsItsFirstStops() {
        Map<String, String> stops = progress().stops("En pausa");

        assertThat(stops)
                .containsEntry("RECEIVED", Moments.brief(day(1)))
                .containsEntry("ASSIGNED", Moments.brief(day(2)))
                .containsEntry("OPEN", Moments.brief(day(3)));
    }

    @Test
    void aLongHistoryKeepsTheWayOfTheCompensation() {
        assertThat(progress().milestones())
                .containsExactly(
                        new Progress.Milestone(CompensationState.APPROVED, Formats.date(day(4))),
                        new Progress.Milestone(CompensationState.PAID, ""));
    }

    @Test
    void whatStandsInBothPartsIsToldOnce() {
        assertThat(Progress.turns(FIRST, END))
                .extracting(ActivityView::position)
                .doesNotHaveDuplicates()
                .isSorted()
                .startsWith(1, 2, 3, 4, 250, 251, 252)
                .endsWith(300);
        assertThat(Progress.turns(List.of(), END)).isEqualTo(END);
    }

    private static Progress progress() {
        return new Progress(view(), Progress.turns(FIRST, END));
    }

    private static Instant day(int number) {
        return OPENED.plus(Duration.ofDays(number - 1));
    }

    private static ActivityView state(int position, CaseState to) {
        return entry(position, ActivityView.Type.STATE, to, null, null);
    }

    private static ActivityView entry(
            int position,
            ActivityView.Type type,
            @Nullable CaseState to,
            @Nullable PersonView executive,
            @Nullable CompensationState compensation) {
        return new ActivityView(
                UUID.randomUUID(),
                position,
                type,
                day(position),
                "Marcela Soto",
                ActorKind.EXECUTIVE,
                true,
                false,
                null,
                null,
                null,
                null,
                to,
                null,
                executive,
                compensation == null ? null : new CompensationView(compensation, null, null, null, null));
    }

    private static CaseView view() {
        LocalText name = new LocalText("Extravío", "Loss");
        return new CaseView(
                new CaseId(UUID.randomUUID()),
                new CaseNumber("CS0001001"),
                CaseState.OPEN,
                day(251),
                new CategoryView("LOSS", name, name, "search", true, true, List.of()),
                null,
                "No llega",
                "No llega",
                OPENED,
                day(300),
                "Andes Sur SpA",
                new UserId(UUID.randomUUID()),
                "Camila Rojas",
                MARCELA,
                new CompensationView(CompensationState.PAYMENT_PENDING, null, null, null, null),
                null,
                List.of(),
                null,
                List.of(),
                true,
                false,
                3);
    }
}
