package cl.buzon.web.portal;

/**
 * A file as pages show it.
 *
 * @param size in bytes
 * @param address from where it is downloaded, empty while it cannot be
 * @param thumbnail address of a small picture, empty where a badge is shown instead
 * @param evidence code of the evidence it is, empty for none
 */
public record FileLink(String id, String name, long size, String address, String thumbnail, String evidence) {}
