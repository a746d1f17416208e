package cl.buzon.web.export;

import cl.buzon.shared.CaseState;
import java.awt.Color;

/** How the chip of a state is coloured: letters on a soft ground, as on the pages. */
enum Tone {
    INFO(0x1d4586, 0xe8eef9),
    WAIT(0x7a4a00, 0xfdf1d8),
    OK(0x13613b, 0xe4f4ea),
    MUTE(0x4b515e, 0xefece5);

    private final Color letters;
    private final Color ground;

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

    Color letters() {
        return letters;
    }

    Color ground() {
        return ground;
    }
}
