package cl.buzon.sandbox.instance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The texts that lie beside the classes and say what a fresh instance is like. */
final class Texts {

    private Texts() {}

    static String whole(String name) {
        try (InputStream in = Texts.class.getResourceAsStream("/cl/buzon/sandbox/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without empty lines and remarks. */
    static List<String> lines(String name) {
        return whole(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
