package cl.buzon.desk;

import cl.buzon.attachments.ReceivedFile;
import cl.buzon.cases.Case;
import cl.buzon.cases.Cases;
import cl.buzon.cases.Categories;
import cl.buzon.cases.TrackingNumber;
import cl.buzon.drafts.Draft;
import cl.buzon.drafts.DraftFile;
import cl.buzon.drafts.Drafts;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Clp;
import cl.buzon.shared.DraftId;
import cl.buzon.shared.DraftWindow;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A claim being written step by step: nothing typed or uploaded is lost, and sending it twice makes one case. */
@Stateless
public class DraftDesk {

    @Inject
    private Drafts drafts;

    @Inject
    private Cases cases;

    @Inject
    private Categories categories;

    @Inject
    private DraftRules draftRules;

    @Inject
    private Opening opening;

    @Inject
    private CaseFiles files;

    @Inject
    private DraftViews views;

    @Inject
    private Clock clock;

    /** @throws Refusal.NotFound when it is not this customer's */
    public DraftView draft(Actor actor, DraftId id) {
        return views.of(drafts.get(id, Judged.customer(actor).id()));
    }

    /** Chooses the situation; text and files stay. */
    public void choose(Actor actor, DraftId id, String category) {
        Draft draft = forChange(actor, id);
        if (categories.findActive(category).isEmpty()) {
            throw new Refusal.InvalidInput(Fault.of("category", category.isBlank() ? "REQUIRED" : "UNKNOWN_CATEGORY"));
        }
        draft.choose(category, clock.instant());
    }

    /** Lets the draft follow up no case any more; everything else stays. */
    public void unrelate(Actor actor, DraftId id) {
        forChange(actor, id).stopsFollowing(clock.instant());
    }

    /**
     * Keeps what was typed in a window, right or wrong. Words that stand there already are nobody's news.
     *
     * @throws Refusal.IllegalAction DRAFT_CHANGED when another window has written since this one showed the words,
     *     DRAFT_SENT when there is nothing more to change
     */
    public void write(Actor actor, DraftId id, DraftText text, DraftWindow from) {
        Draft draft = forChange(actor, id);
        // Words that are there already are nobody's but their writer's, whose older ones may still come
        if (text.saysAs(DraftText.of(draft)) && !from.wrote(draft.wordsMark())) {
            draft.touched(clock.instant());
        } else {
            draft.write(
                    text.trackingNumber(),
                    text.subject(),
                    text.description(),
                    text.claimedAmount(),
                    from,
                    clock.instant());
        }
    }

    /** @throws Refusal.InvalidInput FILE_TYPE, FILE_SIZE, FILE_EMPTY or FILE_COUNT */
    public DraftView.File add(Actor actor, DraftId id, NewFile file) {
        Draft draft = forChange(actor, id);
        files.refuseBeyondLimit(drafts.files(id).size(), 1);
        ReceivedFile received = files.receive(file);
        DraftFile kept = new DraftFile(
                id, received.name(), received.contentType(), received.size(), received.sha256(), clock.instant());
        kept.mark(known(file.evidence()));
        drafts.add(kept);
        draft.touched(clock.instant());
        return DraftViews.of(kept);
    }

    /** One that is gone already, such as by another window, is no fault. */
    public void remove(Actor actor, DraftId id, UUID file) {
        forChange(actor, id).touched(clock.instant());
        drafts.files(id).stream().filter(one -> one.id().equals(file)).forEach(drafts::remove);
    }

    /** @throws Refusal.NotFound when the draft has no such file */
    public FileContent download(Actor actor, DraftId id, UUID file) {
        Draft of = drafts.get(id, Judged.customer(actor).id());
        return files.open(drafts.file(of.id(), file));
    }

    /** Says which evidence a file is; nothing says that it is none. */
    public void mark(Actor actor, DraftId id, UUID file, @Nullable String evidence) {
        forChange(actor, id).touched(clock.instant());
        drafts.file(id, file).mark(known(evidence));
    }

    /** A code of any situation, for the situation may still be changed. */
    private @Nullable String known(@Nullable String evidence) {
        return evidence == null || categories.active().stream().noneMatch(category -> category.asksFor(evidence))
                ? null
                : evidence;
    }

    /** What stands between the draft and a case, and what its writer should know. */
    public DraftCheck check(Actor actor, DraftId id) {
        Actor.Customer customer = Judged.customer(actor);
        Draft draft = drafts.get(id, customer.id());
        List<Fault> faults = draftRules.faults(draft, customer);
        Optional<TrackingNumber> parcel = DraftRules.parcel(draft, faults);
        Optional<Case> other = parcel.flatMap(number -> cases.openOn(number, customer.account(), customer.id()));
        Optional<Case> seen =
                other.filter(one -> customer.administrator() || one.reporter().equals(customer.id()));
        return new DraftCheck(
                faults,
                parcel.map(draftRules::isKnown).orElse(true),
                seen.map(Case::number).orElse(null),
                other.isPresent() && seen.isEmpty(),
                draftRules.claimed(draft).map(Clp::new).orElse(null),
                draftRules.missing(draft));
    }

    /**
     * Makes the draft a case with all its files and assigns it; a second time it only says which case it became.
     *
     * @throws Refusal.InvalidInput with every rule that it breaks
     */
    public CaseNumber submit(Actor actor, DraftId id) {
        Actor.Customer customer = Judged.customer(actor);
        Draft draft = drafts.getForChange(id, customer.id());
        return draft.submittedAs().orElseGet(() -> become(draft, customer));
    }

    /**
     * As {@link #submit}, for somebody who has looked at all of it.
     *
     * @param seen when it had been changed last by then
     * @throws Refusal.IllegalAction DRAFT_CHANGED when it was changed since, whether it is sent or not
     */
    public CaseNumber submitAsSeen(Actor actor, DraftId id, Instant seen) {
        if (!drafts.getForChange(id, Judged.customer(actor).id()).updatedAt().equals(seen)) {
            throw new Refusal.IllegalAction("DRAFT_CHANGED", List.of());
        }
        return submit(actor, id);
    }

    private CaseNumber become(Draft draft, Actor.Customer customer) {
        Case opened = opening.open(draftRules.sound(draft, customer), customer);
        files.attach(
                opened,
                drafts.files(draft.id()).stream()
                        .map(file -> new CaseFiles.Kept(
                                new ReceivedFile(file.name(), file.contentType(), file.size(), file.sha256()),
                                file.evidence().orElse(null)))
                        .toList(),
                null,
                customer);
        opening.assign(opened);
        draft.becomes(opened.number());
        return opened.number();
    }

    private Draft forChange(Actor actor, DraftId id) {
        Draft draft = drafts.getForChange(id, Judged.customer(actor).id());
        if (draft.submittedAs().isPresent()) {
            throw new Refusal.IllegalAction("DRAFT_SENT", List.of());
        }
        return draft;
    }
}
