package cl.buzon.desk;

/**
 * What happens by itself, and after how many days.
 *
 * @param acceptedAfter working days after which a solution that nobody answered counts as accepted
 * @param appeal days after closing in which a case may be followed up by another
 * @param draft days that a claim is kept that was begun and not sent
 */
public record Deadlines(int acceptedAfter, int appeal, int draft) {}
