package cl.buzon.demo;

import cl.buzon.desk.NewFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody of the demo shows.
 *
 * @param content which of the files that lie beside the script
 * @param name what the sender calls it
 * @param evidence code of the evidence it is
 */
record DemoFile(String content, String name, @Nullable String evidence) {

    NewFile toNewFile() {
        return new NewFile(name, evidence, this::open);
    }

    InputStream open() throws IOException {
        return Optional.ofNullable(DemoFile.class.getResourceAsStream("/demo/files/" + content))
                .orElseThrow(() -> new FileNotFoundException(content));
    }
}
