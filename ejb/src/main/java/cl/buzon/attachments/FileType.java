package cl.buzon.attachments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of file that can prove something. What a file is, its content and its name must say alike. */
public enum FileType {
    JPEG("image/jpeg", "jpg", "jpeg", "jfif"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic", "heif"),
    PDF("application/pdf", "pdf"),
    TEXT("text/plain", "txt"),
    CSV("text/csv", "csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    private final String contentType;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> extensions;

    FileType(String contentType, String... extensions) {
        this.contentType = contentType;
        this.extensions = List.of(extensions);
    }

    /** What the name alone says. */
    public static Optional<FileType> claimedBy(FileName name) {
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(name.extension()))
                .findFirst();
    }

    /** The media type under which such a file is kept and served, whatever its sender called it. */
    public String contentType() {
        return contentType;
    }

    /** In lower case, without the dot, the usual one first. */
    public List<String> extensions() {
        return extensions;
    }
}
