package cl.buzon.desk;

import java.util.UUID;

/**
 * What became of a file that was sent.
 *
 * @param file where it can be followed
 * @param repeated whether it had been there before, and nothing was done
 */
public record BulkReceipt(UUID file, boolean repeated) {}
