package cl.buzon.attachments;

/**
 * A file that was found fit and whose bytes are in the store; a row must name them within the hour.
 *
 * @param name made safe
 * @param contentType as judged, not as the sender called it
 * @param size in bytes
 * @param sha256 of the content, in lower case hex
 */
public record ReceivedFile(String name, String contentType, long size, String sha256) {}
