package cl.buzon.cases;

import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseSort;
import cl.buzon.shared.Clp;
import cl.buzon.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * A place in a sorted list of cases: the sort key and number of the row beside it. It names no company and no user; a
 * list is always restricted to its viewer's cases, so a made-up cursor leads nowhere else.
 *
 * @param backwards towards the beginning of the list
 * @param key microseconds since 1970, or CLP with -1 for none
 */
record Cursor(CaseSort sort, boolean descending, boolean backwards, long key, CaseNumber number) {

    private static final String VERSION = "1";

    /** The end of the year 9999, beyond which no time of a case lies. */
    private static final long LAST_KEY = 253_402_300_799_999_999L;

    static Cursor beside(CaseRow row, CaseFilter filter, boolean backwards) {
        return new Cursor(filter.sort(), filter.descending(), backwards, key(row, filter.sort()), row.number());
    }

    /** @throws Refusal.BadCursor when it was not made for a list in this order */
    static Cursor decode(String text, CaseFilter filter) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(":", -1);
            Cursor cursor = new Cursor(
                    CaseSort.valueOf(parts[1]),
                    parts[2].equals("d"),
                    parts[3].equals("b"),
                    Long.parseLong(parts[4]),
                    new CaseNumber(parts[5]));
            if (cursor.encode().equals(text) && cursor.fits(filter) && cursor.key() <= LAST_KEY && cursor.key() >= -1) {
                return cursor;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new Refusal.BadCursor();
        }
        throw new Refusal.BadCursor();
    }

    String encode() {
        String plain = String.join(
                ":",
                VERSION,
                sort.name(),
                descending ? "d" : "a",
                backwards ? "b" : "f",
                Long.toString(key),
                number.value());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    private boolean fits(CaseFilter filter) {
        return sort == filter.sort() && descending == filter.descending();
    }

    private static long key(CaseRow row, CaseSort sort) {
        Clp amount = row.amount();
        return switch (sort) {
            case CREATED -> micros(row.createdAt());
            case UPDATED -> micros(row.updatedAt());
            case AMOUNT -> amount == null ? -1 : amount.amount();
        };
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
