package cl.buzon.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the settings of this area from MicroProfile Config. */
@ApplicationScoped
class AttachmentProperties {

    /** @param types names of {@link FileType}, in upper or lower case */
    @Produces
    AttachmentSettings settings(
            @ConfigProperty(name = "buzon.attachments.max-size", defaultValue = "15728640") long maxSize,
            @ConfigProperty(name = "buzon.attachments.max-per-case", defaultValue = "50") int maxPerCase,
            @ConfigProperty(
                            name = "buzon.attachments.types",
                            defaultValue = "jpeg,png,webp,heic,pdf,text,csv,xlsx,docx")
                    List<String> types) {
        return new AttachmentSettings(maxSize, maxPerCase, typesNamed(types));
    }

    private static Set<FileType> typesNamed(List<String> names) {
        return names.stream()
                .map(name -> FileType.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
