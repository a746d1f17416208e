package cl.buzon.connector.reconcile;

import cl.buzon.connector.spi.OutgoingFile;
import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.desk.ExecutiveDesk;
import cl.buzon.desk.MirrorDesk;
import cl.buzon.desk.MirroredCase;
import cl.buzon.desk.MirroredEntry;
import cl.buzon.desk.NewCompensation;
import cl.buzon.desk.NewFile;
import cl.buzon.desk.NewMessage;
import cl.buzon.desk.Resolution;
import cl.buzon.shared.Actor;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Our side as the desks know it: what comes in goes through the same door as what executives do at the portal. */
@ApplicationScoped
public class DeskCaseSide implements CaseSide {

    private static final Actor SYNC = new Actor.Machine("Buzón", Origin.SYNC);

    /** The longest message here, in Unicode characters. */
    private static final int MESSAGE = 4000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private MirrorDesk mirror;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ExecutiveDesk desk;

    @Inject
    @ConfigProperty(name = "buzon.attachments.max-size", defaultValue = "15728640")
    private long maxFile;

    @Override
    public Optional<MirroredCase> read(CaseId caseId) {
        return mirror.read(SYNC, caseId);
    }

    @Override
    public List<MirroredEntry> entries(CaseId caseId, int after, int limit) {
        return mirror.entries(SYNC, caseId, after, limit);
    }

    @Override
    public OutgoingFile.Source content(CaseId caseId, AttachmentId file) {
        return () -> mirror.file(SYNC, caseId, file).content().open();
    }

    /** One byte more than a file may have is enough to see that it has too many. */
    @Override
    public Deed.Spooled spool(InputStream content) {
        return SpooledFile.of(content, maxFile + 1);
    }

    @Override
    @Transactional
    public void apply(CaseId caseId, long version, List<Deed> deeds, Consumer<List<@Nullable UUID>> record) {
        if (!mirror.hold(SYNC, caseId, version)) {
            throw new Moved();
        }
        CaseNumber number = mirror.read(SYNC, caseId).orElseThrow().number();
        List<@Nullable UUID> made = new ArrayList<>();
        for (Deed deed : deeds) {
            try {
                made.add(done(number, deed));
            } catch (Refusal no) {
                throw new Unacceptable(made.size(), no.code());
            }
        }
        record.accept(made);
    }

    private @Nullable UUID done(CaseNumber number, Deed deed) {
        if (deed instanceof Deed.Post post) {
            return said(number, post);
        }
        if (deed instanceof Deed.Attach attach) {
            NewFile file = new NewFile(attach.name(), null, attach.content()::open);
            return desk.attach(author(attach.author()), number, List.of(file))
                    .get(0)
                    .id()
                    .value();
        }
        if (deed instanceof Deed.Assign assign) {
            desk.assign(backOffice(), number, assign.executive());
        } else if (deed instanceof Deed.Compensate money) {
            boolean paid = money.state() == CompensationState.PAID;
            desk.compensate(
                    backOffice(),
                    number,
                    new NewCompensation(
                            money.state().name(), paid ? null : money.amount(), paid ? money.amount() : null));
        } else if (deed instanceof Deed.Follow follow) {
            desk.follow(
                    backOffice(),
                    number,
                    follow.to(),
                    follow.overruling(),
                    new Resolution(follow.code(), follow.notes()));
        }
        return null;
    }

    /** What is longer than a message may be comes as several. */
    private @Nullable UUID said(CaseNumber number, Deed.Post post) {
        Actor author = author(post.author());
        UUID first = null;
        String left = post.text();
        do {
            int end = left.codePointCount(0, left.length()) > MESSAGE
                    ? left.offsetByCodePoints(0, MESSAGE)
                    : left.length();
            UUID made = desk.post(author, number, NewMessage.of(left.substring(0, end)))
                    .messageId();
            first = first == null ? made : first;
            left = left.substring(end);
        } while (!left.isBlank());
        return first;
    }

    private Actor author(RemoteAuthor author) {
        return mirror.author(SYNC, author.name(), author.email());
    }

    /** Who changes a field the other side does not tell. */
    private static Actor backOffice() {
        return new Actor.BackOffice("Mesa de servicio", Origin.SYNC);
    }
}
