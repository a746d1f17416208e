package cl.buzon.connector.link;

import cl.buzon.shared.Sha256;

/**
 * By what something of ours is recognised on the other side, which keeps no key of ours: what it says, whatever happens
 * to ends of lines and to white space around it.
 */
public final class Print {

    private Print() {}

    public static String ofComment(String text) {
        return Sha256.base64Of("comment\n" + text.replaceAll("\\R", "\n").strip());
    }

    public static String ofFile(String name, long size) {
        return Sha256.base64Of("file\n" + size + "\n" + name);
    }
}
