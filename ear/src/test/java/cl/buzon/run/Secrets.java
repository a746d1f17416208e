package cl.buzon.run;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets that two processes of one run share and nobody else needs to know. */
final class Secrets {

    private static final int BYTES = 32;

    private Secrets() {}

    static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
