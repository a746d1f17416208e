package cl.buzon.attachments;

import cl.buzon.shared.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One walk through the folders of a {@link DiskFileStore}, removing what nobody needs. */
final class DiskSweep {

    /** Names asked about at once: as many as a query takes easily. */
    private static final int BATCH = 500;

    private final Path folder;
    private final Path incoming;
    private final Instant olderThan;
    private int removed;

    DiskSweep(Path folder, Path incoming, Instant olderThan) {
        this.folder = folder;
        this.incoming = incoming;
        this.olderThan = olderThan;
    }

    int removeUnless(UnaryOperator<Set<String>> named) throws IOException {
        removeLeftovers();
        for (Path outer : in(folder)) {
            if (!outer.equals(incoming)) {
                sweepShelves(outer, named);
            }
        }
        return removed;
    }

    private void removeLeftovers() throws IOException {
        for (Path leftover : in(incoming)) {
            if (isOld(leftover) && Files.deleteIfExists(leftover)) {
                removed++;
            }
        }
    }

    private void sweepShelves(Path outer, UnaryOperator<Set<String>> named) throws IOException {
        List<Path> old = new ArrayList<>();
        for (Path shelf : in(outer)) {
            for (Path file : in(shelf)) {
                if (Sha256.isOne(nameOf(file)) && isOld(file)) {
                    old.add(file);
                }
            }
        }
        for (int from = 0; from < old.size(); from += BATCH) {
            sweepFiles(old.subList(from, Math.min(from + BATCH, old.size())), named);
        }
    }

    private void sweepFiles(List<Path> old, UnaryOperator<Set<String>> named) throws IOException {
        Set<String> names = new HashSet<>();
        old.forEach(file -> names.add(nameOf(file)));
        Set<String> kept = named.apply(names);
        for (Path file : old) {
            if (!kept.contains(nameOf(file))) {
                remove(file);
            }
        }
    }

    /**
     * Takes the file aside before it is removed: an equal one may have been stored since it was found to be old, by this
     * node or another, and goes back to its place.
     */
    private void remove(Path file) throws IOException {
        Path aside = Files.createTempFile(incoming, "", ".swept");
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            if (isOld(aside)) {
                removed++;
            } else {
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (NoSuchFileException e) {
            // Another node's sweep was faster.
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** A file that has gone in the meantime is nobody's any more. */
    private boolean isOld(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(olderThan);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    private static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }
}
