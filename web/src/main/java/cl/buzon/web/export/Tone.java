package cl.buzon.web.export;

import cl.buzon.shared.CaseState;
import java.awt.Color;
import org.jspecify.annotations.Nullable;

/** How the chip of a state is coloured: letters on a soft ground, as on the pages. */
enum Tone {
    INFO,
    WAIT(0x7a4a00, 0xfdf1d8),
    OK(0x13613b, 0xe4f4ea),
    MUTE(0x4b515e, 0xefece5);

    private final @Nullable Color letters;
    private final @Nullable Color ground;

    /** Of the brand. */
    Tone() {
        letters = null;
        ground = null;
    }

    Tone(int letters, int ground) {
        this.letters = new Color(letters);
        this.ground = new Color(ground);
    }

    static Tone of(CaseState state) {
        return switch (state) {
            case OPEN -> INFO;
            case AWAITING_INFO -> WAIT;
            case RESOLVED -> OK;
            case NEW, CLOSED, CANCELLED -> MUTE;
        };
    }

    Color letters(ReportColors colors) {
        return letters == null ? colors.brand() : letters;
    }

    Color ground(ReportColors colors) {
        return ground == null ? colors.soft() : ground;
    }
}
