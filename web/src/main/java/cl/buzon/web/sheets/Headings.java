package cl.buzon.web.sheets;

import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which column of a file holds what, by its headings in whatever order and of either language. */
final class Headings {

    private static final Map<String, SheetColumn> COLUMNS = new HashMap<>();
    private static final Set<String> OURS = new HashSet<>();
    private static final int SHOWN = 60;

    static {
        for (SheetColumn column : SheetColumn.values()) {
            COLUMNS.put(SheetWords.plain(column.field()), column);
            SheetWords.LANGUAGES.forEach(language -> COLUMNS.put(SheetWords.plain(column.heading(language)), column));
        }
        for (Locale language : SheetWords.LANGUAGES) {
            OURS.add(SheetWords.plain(SheetWords.in(language).get("row")));
            OURS.add(SheetWords.plain(SheetWords.in(language).get("mend")));
        }
    }

    private final Map<SheetColumn, Integer> places;

    private Headings(Map<SheetColumn, Integer> places) {
        this.places = places;
    }

    /**
     * @throws Refusal.InvalidInput on {@code file}: SHEET_COLUMN_UNKNOWN, SHEET_COLUMN_TWICE, SHEET_COLUMN_MISSING, each
     *     with the column
     */
    static Headings of(CellRow row, Locale language) {
        Map<SheetColumn, Integer> places = new EnumMap<>(SheetColumn.class);
        List<Fault> faults = new ArrayList<>();
        row.cells().forEach((place, heading) -> {
            SheetColumn column = COLUMNS.get(SheetWords.plain(heading));
            if (column == null) {
                if (!OURS.contains(SheetWords.plain(heading))) {
                    faults.add(fault("SHEET_COLUMN_UNKNOWN", heading));
                }
            } else if (places.putIfAbsent(column, place) != null) {
                faults.add(fault("SHEET_COLUMN_TWICE", heading));
            }
        });
        for (SheetColumn column : SheetColumn.values()) {
            if (column.isRequired() && !places.containsKey(column)) {
                faults.add(fault("SHEET_COLUMN_MISSING", column.heading(language)));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal.InvalidInput(faults);
        }
        return new Headings(places);
    }

    private static Fault fault(String code, String heading) {
        String shown = heading.strip();
        return Fault.of("file", code, shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown);
    }

    String text(SheetColumn column, CellRow row) {
        Integer place = places.get(column);
        return place == null ? "" : row.text(place);
    }

    /** The cells of ours that could not be read. */
    List<Fault> unread(CellRow row) {
        return places.entrySet().stream()
                .filter(one -> row.broken().contains(one.getValue()))
                .map(one -> Fault.of(one.getKey().field(), "CELL_BROKEN"))
                .toList();
    }
}
