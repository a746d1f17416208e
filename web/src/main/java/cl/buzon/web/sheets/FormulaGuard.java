package cl.buzon.web.sheets;

import cl.buzon.web.export.CellText;

/** The apostrophe before a text in a CSV file that keeps spreadsheet programs from computing it. */
final class FormulaGuard {

    private FormulaGuard() {}

    static String on(String text) {
        String clean = CellText.clean(text);
        return couldCompute(text) || couldCompute(clean) ? "'" + clean : clean;
    }

    /** The text as it was before. */
    static String off(String cell) {
        return cell.startsWith("'") && couldCompute(cell) ? cell.substring(1) : cell;
    }

    /** Also behind apostrophes, so that one can always be taken off again. */
    private static boolean couldCompute(String text) {
        return CellText.looksComputed(text.replaceFirst("^'+", ""));
    }
}
