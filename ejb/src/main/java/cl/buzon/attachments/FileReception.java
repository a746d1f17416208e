package cl.buzon.attachments;

import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where every file comes in, from a page, the API or the sync: judged by name and content, limited, and stored. What is
 * found unfit only after it was stored stays, named by nobody, until the next sweep: another row may name equal bytes.
 */
@ApplicationScoped
public class FileReception {

    private FileStore store;
    private AttachmentSettings settings;

    @SuppressWarnings("NullAway.Init")
    protected FileReception() {}

    @Inject
    public FileReception(FileStore store, AttachmentSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /**
     * Takes a file in. Slow, as its sender may be: nothing that others wait for should be held meanwhile.
     *
     * @param name as the sender calls it, which may be anything
     * @param content read to its end unless refused, not closed
     * @throws Refusal.InvalidInput with one fault of the field {@code file}: FILE_TYPE (name, extensions taken),
     *     FILE_SIZE (name, limit in bytes) or FILE_EMPTY (name)
     * @throws FileStoreFailure.Unavailable when the store cannot take it
     * @throws IOException when the content cannot be read to its end
     */
    public ReceivedFile receive(@Nullable String name, InputStream content) throws IOException {
        FileName safe = FileName.of(name);
        FileType claimed =
                FileType.claimedBy(safe).filter(settings.types()::contains).orElseThrow(() -> wrongType(safe));
        StoredFile stored = store(safe, rest(safe, claimed, content));
        Supplier<InputStream> whole = () -> store.open(stored.sha256());
        if (!Judgement.is(claimed, whole)) {
            throw wrongType(safe);
        }
        return new ReceivedFile(safe.value(), claimed.contentType(), stored.size(), stored.sha256());
    }

    /** The same content again, after its first bytes were looked at. */
    private InputStream rest(FileName name, FileType claimed, InputStream content) throws IOException {
        byte[] head = content.readNBytes(Judgement.HEAD);
        if (head.length == 0) {
            throw refused("FILE_EMPTY", name.value());
        }
        if (!Judgement.mayBe(claimed, head)) {
            throw wrongType(name);
        }
        return new SequenceInputStream(new ByteArrayInputStream(head), content);
    }

    private StoredFile store(FileName name, InputStream content) throws IOException {
        try {
            return store.store(content, settings.maxSize());
        } catch (FileStoreFailure.TooLarge e) {
            throw refused("FILE_SIZE", name.value(), settings.maxSize());
        }
    }

    private Refusal wrongType(FileName name) {
        return refused("FILE_TYPE", name.value(), String.join(", ", settings.extensions()));
    }

    private static Refusal refused(String code, Object... arguments) {
        return new Refusal.InvalidInput(Fault.of("file", code, arguments));
    }
}
