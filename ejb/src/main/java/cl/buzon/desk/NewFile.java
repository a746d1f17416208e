package cl.buzon.desk;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in.
 *
 * @param name as the sender calls it, not trusted
 * @param evidence code of the evidence it is, if somebody said so
 */
public record NewFile(String name, @Nullable String evidence, Source content) {

    /** Where the bytes can be read from, once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
