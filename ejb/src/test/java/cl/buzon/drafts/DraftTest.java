package cl.buzon.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cl.buzon.shared.DraftWindow;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A draft that several windows write. */
class DraftTest {

    private static final Instant NOON = Instant.parse("2026-11-23T15:00:00Z");

    private final Draft draft = new Draft(UserId.random(), NOON);
    private Instant now = NOON;

    @Test
    void aWindowThatShowsOlderWordsDoesNotWriteOverNewerOnes() {
        DraftWindow desk = opened();
        DraftWindow phone = opened();
        write("Del escritorio", desk);

        assertThatExceptionOfType(Refusal.IllegalAction.class)
                .isThrownBy(() -> write("Del teléfono", phone))
                .withMessage("DRAFT_CHANGED");

        assertThat(draft.subject()).isEqualTo("Del escritorio");
    }

    @Test
    void whoHasSeenTheNewerWordsWritesOn() {
        write("Del escritorio", opened());

        write("Y del teléfono", opened());

        assertThat(draft.subject()).isEqualTo("Y del teléfono");
    }

    /** The page need not have heard that its words were kept, nor carry another mark for it. */
    @Test
    void aWindowGoesOnWithItsOwnWords() {
        DraftWindow desk = opened();
        write("Primero", at(desk, 1));

        write("Después", at(desk, 2));
        write("Con el formulario, sin script que cuente", desk);

        assertThat(draft.subject()).startsWith("Con el formulario");
    }

    @Test
    void whatAWindowWroteBeforeComesTooLate() {
        DraftWindow desk = opened();
        write("Con el formulario", at(desk, 2));

        assertThatExceptionOfType(Refusal.IllegalAction.class).isThrownBy(() -> write("Antes", at(desk, 1)));

        assertThat(draft.subject()).isEqualTo("Con el formulario");
    }

    @Test
    void whatAWindowWroteIsTheNewsOfAllOthers() {
        DraftWindow desk = opened();
        write("Uno", desk);
        DraftWindow phone = opened();
        write("Dos", desk);

        assertThatExceptionOfType(Refusal.IllegalAction.class).isThrownBy(() -> write("Tres", phone));
    }

    @Test
    void aWindowIsKnownByWhatItsPageCarries() {
        write("Uno", opened());
        DraftWindow desk = opened();

        assertThat(DraftWindow.of(desk.toString(), 7)).isEqualTo(at(desk, 7));
        DraftWindow blank = DraftWindow.on("");
        assertThat(DraftWindow.of(blank.toString(), 0)).isEqualTo(blank);
        assertThat(DraftWindow.of(blank.toString().strip(), 0)).isEqualTo(blank);
        assertThat(DraftWindow.of("inventado", 0).seen()).isEmpty();
    }

    private DraftWindow opened() {
        return DraftWindow.on(draft.wordsMark());
    }

    private static DraftWindow at(DraftWindow window, long turn) {
        return new DraftWindow(window.id(), window.seen(), turn);
    }

    private void write(String subject, DraftWindow from) {
        now = now.plusMillis(1);
        draft.write("", subject, "", "", from, now);
    }
}
