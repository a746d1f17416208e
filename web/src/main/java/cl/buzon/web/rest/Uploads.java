package cl.buzon.web.rest;

import cl.buzon.desk.NewFile;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a multipart request as files: each part {@code file}, all of them named as the part {@code evidence} says. */
public final class Uploads {

    private static final String FILE = "file";
    private static final String EVIDENCE = "evidence";
    private static final int MAX_CODE = 100;

    private Uploads() {}

    /**
     * @throws BadRequest when a part has another name
     * @throws Refusal.InvalidInput when there is no file at all
     */
    public static List<NewFile> of(@Nullable List<EntityPart> parts) {
        if (parts == null) {
            throw BadRequest.of("MALFORMED_MULTIPART");
        }
        judge(parts);
        String evidence = evidence(parts).orElse(null);
        return parts.stream()
                .filter(part -> part.getName().equals(FILE))
                .map(part -> new NewFile(part.getFileName().orElse(""), evidence, part::getContent))
                .toList();
    }

    private static void judge(List<EntityPart> parts) {
        List<Fault> unknown = parts.stream()
                .map(EntityPart::getName)
                .filter(name -> !FILE.equals(name) && !EVIDENCE.equals(name))
                .map(name -> Fault.of(String.valueOf(name), "UNKNOWN_FIELD", String.valueOf(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw BadRequest.of(unknown);
        }
        if (parts.stream().noneMatch(part -> FILE.equals(part.getName()))) {
            throw new Refusal.InvalidInput(Fault.of(FILE, "REQUIRED"));
        }
    }

    private static Optional<String> evidence(List<EntityPart> parts) {
        return parts.stream()
                .filter(part -> EVIDENCE.equals(part.getName()))
                .findFirst()
                .map(Uploads::text)
                .filter(code -> !code.isEmpty());
    }

    private static String text(EntityPart part) {
        try (InputStream content = part.getContent()) {
            return new String(content.readNBytes(MAX_CODE), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
