package cl.buzon.attachments;

/**
 * Bytes that the store holds for good.
 *
 * @param sha256 of the content, in lower case hex; its name in the store
 * @param size in bytes
 */
public record StoredFile(String sha256, long size) {}
