package cl.buzon.connector.spi;

import java.io.IOException;
import java.io.InputStream;

/** A file on its way to the other side. */
public record OutgoingFile(String name, String contentType, long size, Source content) {

    /** Where the bytes can be read from. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
