package cl.buzon.connector.operation;

import cl.buzon.connector.spi.Needs;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The portal's settings that whoever examines the sync must know. */
final class SyncSettings {

    private static final String FILE_TYPES = "jpeg,png,webp,heic,pdf,text,csv,xlsx,docx";
    private static final String LARGEST_FILE = "15728640";

    /** Where the usual extension is not the name of the type. */
    private static final Map<String, String> EXTENSIONS = Map.of("jpeg", "jpg", "text", "txt");

    private final Function<String, Optional<String>> source;

    /** @param source the value of a setting, by its whole name */
    SyncSettings(Function<String, Optional<String>> source) {
        this.source = source;
    }

    String publicUrl() {
        return source.apply("buzon.public-url").orElse("http://localhost:8080/csm");
    }

    Optional<String> doorbellSecret() {
        return source.apply("buzon.webhook.secret").filter(secret -> !secret.isEmpty());
    }

    /** @throws IllegalArgumentException when the setting is no number */
    Needs needs(Collection<String> categories, Collection<String> executives) {
        Set<String> extensions = Arrays.stream(source.apply("buzon.attachments.types")
                        .orElse(FILE_TYPES)
                        .split(",", -1))
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .map(type -> EXTENSIONS.getOrDefault(type, type))
                .collect(Collectors.toSet());
        long largest = Long.parseLong(
                source.apply("buzon.attachments.max-size").orElse(LARGEST_FILE).strip());
        return new Needs(Set.copyOf(categories), Set.copyOf(executives), largest, extensions);
    }
}
