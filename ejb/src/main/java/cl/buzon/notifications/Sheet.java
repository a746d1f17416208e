package cl.buzon.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, before it is written as text and as HTML.
 *
 * @param preheader what mail programs show beside the subject
 * @param pill absent where no state is worth it
 * @param points what else there is to tell, a sentence each
 * @param address where the one button leads
 * @param choice whether the reader can choose not to get such letters
 */
record Sheet(
        String subject,
        String preheader,
        @Nullable Pill pill,
        String heading,
        String opening,
        List<String> points,
        List<Quote> quotes,
        String action,
        String address,
        List<Fact> facts,
        boolean choice) {

    /** A state in a word. */
    record Pill(Tone tone, String words) {}

    /** What somebody wrote. */
    record Quote(String head, String text) {}

    /** Something one wants to have at hand. */
    record Fact(String label, String value) {}

    /** Colours of a pill by daylight; by night its class in the letter's own style has others. */
    enum Tone {
        WAIT("#fdf1d8", "#7a4a00"),
        OK("#e4f4ea", "#13613b"),
        /** In the operator's colour. */
        INFO("", ""),
        MUTE("#efece5", "#4b515e");

        private final String ground;
        private final String ink;

        Tone(String ground, String ink) {
            this.ground = ground;
            this.ink = ink;
        }

        String ground(Letterhead head) {
            return this == INFO ? head.soft().toString() : ground;
        }

        String ink(Letterhead head) {
            return this == INFO ? head.light().toString() : ink;
        }
    }
}
