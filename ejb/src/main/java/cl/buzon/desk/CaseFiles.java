package cl.buzon.desk;

import cl.buzon.attachments.Attachment;
import cl.buzon.attachments.AttachmentSettings;
import cl.buzon.attachments.Attachments;
import cl.buzon.attachments.FileReception;
import cl.buzon.attachments.FileStore;
import cl.buzon.attachments.ReceivedFile;
import cl.buzon.cases.Case;
import cl.buzon.cases.Categories;
import cl.buzon.drafts.DraftFile;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.Fault;
import cl.buzon.shared.MessageId;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings files into a case: judged, counted, stored, and only then named by a row; and out of it again. */
@ApplicationScoped
class CaseFiles {

    @Inject
    private FileReception reception;

    @Inject
    private Attachments attachments;

    @Inject
    private FileStore store;

    @Inject
    private AttachmentSettings settings;

    @Inject
    private Categories categories;

    @Inject
    private History history;

    @Inject
    private Clock clock;

    /** A file whose bytes are in the store, on its way to become an attachment. */
    record Kept(ReceivedFile file, @Nullable String evidence) {}

    FileLimits limits() {
        return new FileLimits(settings.maxSize(), settings.maxPerCase(), settings.extensions());
    }

    /**
     * Takes the bytes of all files for a case that still has room for them; a file that is refused refuses all.
     *
     * @throws Refusal.InvalidInput FILE_COUNT before any byte is read, or what is wrong with each file
     */
    List<Kept> receive(Case to, List<NewFile> files) {
        refuseBeyondLimit(attachments.count(to.id()), files.size());
        List<Kept> kept = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (NewFile file : files) {
            try {
                kept.add(new Kept(receive(file), evidence(to, file)));
            } catch (Refusal.InvalidInput refused) {
                faults.addAll(refused.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal.InvalidInput(faults);
        }
        return kept;
    }

    private @Nullable String evidence(Case to, NewFile file) {
        String code = Wording.tidy(file.evidence());
        if (code.isEmpty()) {
            return null;
        }
        return knownEvidence(to, code)
                .orElseThrow(() -> new Refusal.InvalidInput(Fault.of("evidence", "UNKNOWN_EVIDENCE", code)));
    }

    ReceivedFile receive(NewFile file) {
        try (InputStream content = file.content().open()) {
            return reception.receive(file.name(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * For one more file that will wait for the case's next message.
     *
     * @param waiting how many wait already
     * @throws Refusal.InvalidInput FILE_COUNT
     */
    void refuseBeyondRoom(Case of, int waiting) {
        refuseBeyondLimit(attachments.count(of.id()) + waiting, 1);
    }

    /** @throws Refusal.InvalidInput FILE_COUNT */
    void refuseBeyondLimit(long already, int more) {
        if (already + more > settings.maxPerCase()) {
            throw new Refusal.InvalidInput(Fault.of("file", "FILE_COUNT", settings.maxPerCase()));
        }
    }

    /** Adds received files to a case, whose row the caller has locked. */
    List<Attachment> attach(Case to, List<Kept> files, @Nullable MessageId message, Actor actor) {
        refuseBeyondLimit(attachments.count(to.id()), files.size());
        List<Attachment> added = new ArrayList<>();
        for (Kept kept : files) {
            Attachment attachment = new Attachment(
                    to.id(),
                    kept.file(),
                    message,
                    knownEvidence(to, kept.evidence()).orElse(null),
                    ActorKind.of(actor),
                    clock.instant());
            attachments.add(attachment);
            history.record(to, to.attached(attachment.id(), actor, clock.instant()));
            added.add(attachment);
        }
        return added;
    }

    /**
     * The bytes of a file.
     *
     * @throws Refusal.NotFound also when the file is another case's
     */
    FileContent open(CaseId of, AttachmentId id) {
        Attachment file = attachments.find(of, id).orElseThrow(Refusal.NotFound::new);
        return new FileContent(file.name(), file.contentType(), file.size(), () -> store.open(file.sha256()));
    }

    /** The bytes of a file that waits with a draft. */
    FileContent open(DraftFile file) {
        return new FileContent(file.name(), file.contentType(), file.size(), () -> store.open(file.sha256()));
    }

    private Optional<String> knownEvidence(Case to, @Nullable String evidence) {
        return Optional.ofNullable(evidence).filter(code -> categories
                .find(to.category())
                .map(category -> category.asksFor(code))
                .orElse(false));
    }
}
