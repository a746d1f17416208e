package cl.buzon.sandbox.page;

import cl.buzon.sandbox.instance.Row;
import java.util.Map;

/** The state of a case as a chip; the word says it, the colour only helps. */
final class State {

    private static final Map<String, String> LOOKS =
            Map.of("1", "new", "10", "open", "18", "wait", "6", "done", "3", "ended", "7", "ended");

    private State() {}

    static Markup chip(Sight sight, Row row) {
        String state = row.get("state");
        return new Markup()
                .element("span", sight.label("state", state), "class", "chip " + LOOKS.getOrDefault(state, "ended"));
    }

    static boolean isEnded(Row row) {
        return row.get("state").equals("3") || row.get("state").equals("7");
    }
}
