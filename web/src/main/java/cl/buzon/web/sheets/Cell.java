package cl.buzon.web.sheets;

import java.math.BigDecimal;

/** What is kept of a cell. */
final class Cell {

    /** Digits beyond which a number is no amount and no tracking number. */
    private static final int LONGEST = 40;

    private Cell() {}

    /** A text as the database can keep it: the one character that it cannot is another that no rule accepts either. */
    static String kept(String text) {
        return text.replace('\0', '\u0001').strip();
    }

    /** A number as somebody would type it: without exponent, without decimals that are zero. */
    static String number(String stored) {
        try {
            BigDecimal number = new BigDecimal(stored).stripTrailingZeros();
            boolean usual = number.precision() - number.scale() <= LONGEST && number.scale() <= LONGEST;
            return usual ? number.toPlainString() : stored;
        } catch (NumberFormatException e) {
            return stored;
        }
    }
}
