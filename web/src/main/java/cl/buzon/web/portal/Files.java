package cl.buzon.web.portal;

import cl.buzon.desk.AttachmentView;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.desk.DraftView;
import cl.buzon.desk.FileLimits;
import cl.buzon.desk.NewFile;
import cl.buzon.shared.CaseNumber;
import cl.buzon.web.i18n.Formats;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files between the browser and the desk: the limits said beforehand, the parts of a form, the links to download. */
@Named("uploads")
@RequestScoped
public class Files {

    private static final Set<String> SMALL = Set.of("image/jpeg", "image/png");

    @Inject
    CustomerDesk desk;

    @Inject
    PageRequest request;

    private @Nullable Limits limits;

    /**
     * @param words such as "hasta 50, de 15 MB cada uno"
     * @param kinds such as "JPG, PNG, PDF"
     * @param families the same in fewer words, such as "Fotos, PDF"
     * @param accept for the browser's dialogue, such as ".jpg,.png"
     * @param size of one file, in bytes
     */
    public record Limits(
            String words, String kinds, String families, String accept, String eachSize, long size, int count) {}

    public Limits limits() {
        if (limits == null) {
            limits = limits(desk.limits());
        }
        return limits;
    }

    private Limits limits(FileLimits of) {
        String each = Formats.size(of.maxSize());
        return new Limits(
                request.texts().format("files.limits", of.maxCount(), each),
                of.extensions().stream()
                        .map(kind -> kind.toUpperCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")),
                of.extensions().stream()
                        .map(Files::family)
                        .distinct()
                        .map(family -> request.texts().get("files.family." + family))
                        .collect(Collectors.joining(", ")),
                of.extensions().stream().map(kind -> "." + kind).collect(Collectors.joining(",")),
                each,
                of.maxSize(),
                of.maxCount());
    }

    static String family(String extension) {
        return switch (extension) {
            case "jpg", "jpeg", "jfif", "png", "webp", "heic", "heif" -> "PHOTO";
            case "pdf" -> "PDF";
            case "csv", "xlsx" -> "SHEET";
            default -> "DOCUMENT";
        };
    }

    /** The files that were chosen; a form without any sends one empty part. */
    static List<NewFile> chosen(@Nullable List<Part> parts, @Nullable String evidence) {
        return Stream.ofNullable(parts)
                .flatMap(List::stream)
                .filter(part -> part.getSubmittedFileName() != null
                        && !part.getSubmittedFileName().isBlank())
                .map(part -> new NewFile(part.getSubmittedFileName(), evidence, part::getInputStream))
                .toList();
    }

    /** What tells one choice of files from another without reading them. */
    static String outline(@Nullable List<Part> parts) {
        return Stream.ofNullable(parts)
                .flatMap(List::stream)
                .map(part -> part.getSubmittedFileName() + ' ' + part.getSize())
                .collect(Collectors.joining("\n"));
    }

    FileLink link(CaseNumber of, AttachmentView file) {
        Address address = request.address("/live/cases/" + of + "/attachments/" + file.id());
        return new FileLink(
                file.id().toString(),
                file.name(),
                file.size(),
                address.toString(),
                thumbnail(address.toString(), file.contentType()),
                file.evidence() == null ? "" : file.evidence());
    }

    /** @param folder where the files of its draft are */
    FileLink link(Address folder, DraftView.File file) {
        return new FileLink(
                file.id().toString(),
                file.name(),
                file.size(),
                "",
                thumbnail(folder + "/" + file.id(), file.contentType()),
                file.evidence() == null ? "" : file.evidence());
    }

    /** Of what we can make small; everything else gets a badge. */
    private static String thumbnail(String address, String contentType) {
        return SMALL.contains(contentType) ? address + "/thumbnail" : "";
    }
}
