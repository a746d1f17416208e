package cl.buzon.desk;

import java.util.List;

/**
 * What a file may be, said beforehand wherever one can be given.
 *
 * @param maxSize of one file, in bytes
 * @param maxCount of one case
 * @param extensions without the dot, in lower case
 */
public record FileLimits(long maxSize, int maxCount, List<String> extensions) {}
