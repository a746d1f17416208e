package cl.buzon.desk;

import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.assignment.Executive;
import cl.buzon.assignment.Executives;
import cl.buzon.attachments.Attachment;
import cl.buzon.attachments.Attachments;
import cl.buzon.cases.Activity;
import cl.buzon.cases.Case;
import cl.buzon.cases.Cases;
import cl.buzon.cases.CompensationTerms;
import cl.buzon.cases.Viewer;
import cl.buzon.messages.CustomerMessage;
import cl.buzon.messages.Messages;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.MessageId;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the sync with a ticketing system reads of any case, and as whom it then writes with {@link ExecutiveDesk}. Only
 * machines ask here, and work notes are not told.
 */
@Stateless
public class MirrorDesk {

    @Inject
    private Cases cases;

    @Inject
    private Accounts accounts;

    @Inject
    private PortalUsers users;

    @Inject
    private Executives executives;

    @Inject
    private Messages messages;

    @Inject
    private Attachments attachments;

    @Inject
    private CaseFiles files;

    /** The case as last committed, if there is one. */
    public Optional<MirroredCase> read(Actor actor, CaseId id) {
        Judged.machine(actor);
        return cases.find(id).map(this::mirrored);
    }

    /**
     * Keeps everybody else from changing a case until the transaction ends.
     *
     * @return whether it is still what it was at that version
     */
    public boolean hold(Actor actor, CaseId id, long version) {
        Judged.machine(actor);
        return cases.getForChange(id).version() == version;
    }

    /** The id of a case, by the number that people call it by. */
    public Optional<CaseId> find(Actor actor, CaseNumber number) {
        Judged.machine(actor);
        try {
            return Optional.of(cases.get(number, new Viewer.BackOffice()).id());
        } catch (Refusal.NotFound none) {
            return Optional.empty();
        }
    }

    /**
     * All cases, a page at a time, in the order of their ids.
     *
     * @param after the last one of the page before, absent for the first page
     */
    public List<CaseId> cases(Actor actor, @Nullable CaseId after, int limit) {
        Judged.machine(actor);
        return cases.idsAfter(after, limit);
    }

    /**
     * What both sides see of the history of a case, in its order. Looks at so many entries: fewer come out, even none,
     * though more may follow up to {@link MirroredCase#entries}.
     *
     * @param after position of the last entry that is known already
     */
    public List<MirroredEntry> entries(Actor actor, CaseId id, int after, int limit) {
        Judged.machine(actor);
        List<Activity> activities = cases.activities(id, after, limit);
        Map<MessageId, CustomerMessage> said = messages.of(
                id, activities.stream().flatMap(one -> one.message().stream()).toList());
        Map<AttachmentId, Attachment> shown = attachments.byIds(
                id,
                activities.stream().flatMap(one -> one.attachment().stream()).toList());
        return activities.stream()
                .flatMap(one -> entry(one, said, shown).stream())
                .toList();
    }

    /**
     * The bytes of a file of a case.
     *
     * @throws Refusal.NotFound when the case has none such
     */
    public FileContent file(Actor actor, CaseId id, AttachmentId file) {
        Judged.machine(actor);
        return files.open(id, file);
    }

    /**
     * As whom somebody's deeds at the ticketing system are done here: as the executive with their e-mail, or as somebody
     * whom only the ticketing system knows.
     */
    public Actor author(Actor actor, String name, @Nullable String email) {
        Judged.machine(actor);
        return executive(email)
                .<Actor>map(known -> new Actor.Executive(known.id(), known.name(), Origin.SYNC))
                .orElseGet(() -> new Actor.BackOffice(name, Origin.SYNC));
    }

    private Optional<Executive> executive(@Nullable String email) {
        return Optional.ofNullable(email).filter(given -> !given.isBlank()).flatMap(executives::findByEmail);
    }

    private MirroredCase mirrored(Case of) {
        PortalUser reporter = users.find(of.reporter()).orElseThrow();
        CompensationTerms terms = of.compensation();
        return new MirroredCase(
                of.id(),
                of.number(),
                of.version(),
                of.activityCount(),
                of.createdAt(),
                of.state(),
                of.category(),
                of.trackingNumber().orElse(null),
                of.subject(),
                of.description(),
                new MirroredCase.Customer(
                        reporter.name(),
                        reporter.email().value(),
                        accounts.get(of.account()).name()),
                of.executive()
                        .flatMap(executives::find)
                        .map(one -> one.email().toLowerCase(Locale.ROOT))
                        .orElse(null),
                terms.state(),
                terms.state() == CompensationState.PAID ? terms.paidAmount() : terms.approvedAmount(),
                of.resolutionCode().orElse(null),
                of.resolutionNotes().orElse(null));
    }

    private static Optional<MirroredEntry> entry(
            Activity one, Map<MessageId, CustomerMessage> said, Map<AttachmentId, Attachment> shown) {
        return Stream.of(
                        one.message()
                                .map(said::get)
                                .filter(Objects::nonNull)
                                .map(message -> entry(one, message.id().value(), message.body(), null)),
                        one.attachment()
                                .map(shown::get)
                                .filter(Objects::nonNull)
                                .map(file -> entry(one, file.id().value(), null, CaseViews.view(file))),
                        one.reason()
                                .filter(reason -> one.actorKind() == ActorKind.CUSTOMER)
                                .map(reason -> entry(one, one.id(), reason, null)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static MirroredEntry entry(Activity one, UUID id, @Nullable String text, @Nullable AttachmentView file) {
        return new MirroredEntry(id, one.position(), one.actorName(), one.actorKind(), one.origin(), text, file);
    }
}
