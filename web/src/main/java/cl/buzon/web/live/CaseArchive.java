package cl.buzon.web.live;

import cl.buzon.desk.AttachmentView;
import cl.buzon.desk.FileContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of a case as a ZIP, one after the other and none of them whole in memory. What cannot be read is left out and
 * named in a list, for one lost file must not keep the others.
 */
final class CaseArchive {

    private static final Logger LOG = System.getLogger(CaseArchive.class.getName());

    private final Function<AttachmentView, FileContent> store;
    private final String lostList;
    private final Set<String> taken;

    /** @param lostList what the list of what cannot be read is called, in the reader's language */
    CaseArchive(String lostList, Function<AttachmentView, FileContent> store) {
        this.lostList = lostList;
        this.store = store;
        taken = new HashSet<>(Set.of(lostList));
    }

    /** @throws IOException when nobody takes it any more */
    void write(List<AttachmentView> files, OutputStream out) throws IOException {
        List<String> lost = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED); // pictures and PDF are packed already
            for (AttachmentView file : files) {
                if (!add(file, zip)) {
                    lost.add(file.name());
                }
            }
            if (!lost.isEmpty()) {
                zip.putNextEntry(new ZipEntry(lostList));
                zip.write(String.join("\r\n", lost).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** The store finds out what is missing or changed before its first byte. */
    private boolean add(AttachmentView file, ZipOutputStream zip) throws IOException {
        try (InputStream content = store.apply(file).content().open()) {
            ZipEntry entry = new ZipEntry(free(file.name()));
            entry.setLastModifiedTime(FileTime.from(file.attachedAt()));
            zip.putNextEntry(entry);
            content.transferTo(zip);
            zip.closeEntry();
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "file {0} is left out of an archive: {1}", file.id(), e.getMessage());
            return false;
        }
    }

    /** Two files may have one name, and some systems do not tell capitals. */
    private String free(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String end = dot > 0 ? name.substring(dot) : "";
        String free = name;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = stem + " (" + i + ")" + end;
        }
        return free;
    }
}
