package cl.buzon.shared;

/**
 * A figure that is exact, or only a part of the true one.
 *
 * @param more whether it was cut, so that it is at least what it says
 */
public record AtLeast<T>(T figure, boolean more) {}
