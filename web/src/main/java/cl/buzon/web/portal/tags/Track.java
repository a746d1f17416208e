package cl.buzon.web.portal.tags;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The progress of a case as five stops, four when it was cancelled: Anulado then takes the place of Resuelto and
 * Cerrado. A stop is ticked when it has happened, so a case that the customer closed early leaves Resuelto open.
 */
public record Track(List<Stop> stops, int position) {

    private static final List<String> USUAL = List.of("RECEIVED", "ASSIGNED", "OPEN", "RESOLVED", "CLOSED");
    private static final List<String> CANCELLED = List.of("RECEIVED", "ASSIGNED", "OPEN", "CANCELLED");

    /** {@code key} is of the bundle, {@code look} a list of classes, {@code remark} mostly when it happened. */
    public record Stop(String key, String look, String remark, boolean current) {}

    /**
     * @param state the name of the case's state
     * @param happened the remark (a date, "5 días hábiles", ...) of each stop reached; one of a stop ahead is shown too
     */
    public static Track of(String state, Map<String, String> happened) {
        List<String> names = state.equals("CANCELLED") ? CANCELLED : USUAL;
        int now = names.indexOf(current(state, happened));
        List<Stop> stops = IntStream.range(0, names.size())
                .mapToObj(i -> stop(names.get(i), i - now, state, happened))
                .toList();
        return new Track(stops, now + 1);
    }

    private static String current(String state, Map<String, String> happened) {
        return switch (state) {
            case "NEW" -> happened.containsKey("ASSIGNED") ? "ASSIGNED" : "RECEIVED";
            case "OPEN", "AWAITING_INFO" -> "OPEN";
            default -> state;
        };
    }

    private static Stop stop(String name, int ahead, String state, Map<String, String> happened) {
        return new Stop(
                "track." + name,
                look(ahead, state, happened.containsKey(name)),
                happened.getOrDefault(name, ""),
                ahead == 0);
    }

    private static String look(int ahead, String state, boolean happened) {
        if (ahead == 0) {
            return isOver(state) ? "done" : "AWAITING_INFO".equals(state) ? "now wait" : "now";
        }
        return ahead < 0 && happened ? "done" : "";
    }

    private static boolean isOver(String state) {
        return state.equals("CLOSED") || state.equals("CANCELLED");
    }

    public int length() {
        return stops.size();
    }

    public Stop current() {
        return stops.get(position - 1);
    }
}
