package cl.buzon.attachments;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What files may be; whatever is said about files beforehand comes from here.
 *
 * @param maxSize of one file, in bytes ({@code buzon.attachments.max-size})
 * @param maxPerCase how many files a case may have ({@code buzon.attachments.max-per-case})
 * @param types the kinds that are taken ({@code buzon.attachments.types})
 */
public record AttachmentSettings(long maxSize, int maxPerCase, Set<FileType> types) {

    public AttachmentSettings {
        types = Set.copyOf(types);
        if (maxSize < 1 || maxPerCase < 1 || types.isEmpty()) {
            throw new IllegalArgumentException("buzon.attachments: sizes and counts begin at 1, and types are needed");
        }
    }

    /** Of all kinds that are taken, in lower case and without the dot. */
    public List<String> extensions() {
        return types.stream()
                .sorted()
                .map(FileType::extensions)
                .flatMap(Collection::stream)
                .toList();
    }
}
