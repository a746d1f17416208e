package cl.buzon.desk;

import cl.buzon.cases.Case;
import cl.buzon.cases.Cases;
import cl.buzon.cases.Categories;
import cl.buzon.cases.Category;
import cl.buzon.drafts.Draft;
import cl.buzon.drafts.Drafts;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.DraftId;
import cl.buzon.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Where a claim begins: with a draft that was left unsent, or with a fresh one. */
@Stateless
public class UnsentDesk {

    private Drafts drafts;
    private Cases cases;
    private Categories categories;
    private ClaimRules rules;
    private DraftViews views;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected UnsentDesk() {}

    @Inject
    UnsentDesk(Drafts drafts, Cases cases, Categories categories, ClaimRules rules, DraftViews views, Clock clock) {
        this.drafts = drafts;
        this.cases = cases;
        this.categories = categories;
        this.rules = rules;
        this.views = views;
        this.clock = clock;
    }

    /** The draft that the customer left unsent, or a fresh one; who follows up a case begins at that case. */
    public DraftView start(Actor actor) {
        Actor.Customer customer = Judged.customer(actor);
        return views.of(drafts.unsentAnew(customer.id(), clock.instant()).stream()
                .findFirst()
                .orElseGet(() -> fresh(customer)));
    }

    /** A draft without words or files, whatever was left unsent: that stays for as long as drafts are kept. */
    public DraftView startAnother(Actor actor) {
        Actor.Customer customer = Judged.customer(actor);
        return views.of(drafts.unsentAnew(customer.id(), clock.instant()).stream()
                .filter(draft -> draft.isUntouched() && drafts.files(draft.id()).isEmpty())
                .findFirst()
                .map(this::taken)
                .orElseGet(() -> fresh(customer)));
    }

    /**
     * A draft for words that came too late for one that was sent, or that another window has changed: of the same
     * situation, as far as that is still on offer, and after the same closed case.
     */
    public DraftView startAfter(Actor actor, DraftId other) {
        Actor.Customer customer = Judged.customer(actor);
        Draft before = drafts.get(other, customer.id());
        Draft draft = fresh(customer);
        before.relatedTo().ifPresent(closed -> draft.follows(closed, null));
        before.category().ifPresent(code -> choose(draft, code));
        return views.of(draft);
    }

    /** The draft that follows up a closed case, about the same parcel: the one left unsent, or a fresh one. */
    public DraftView startRelated(Actor actor, CaseNumber closed) {
        Actor.Customer customer = Judged.customer(actor);
        Case followed = cases.get(closed, Judged.cases(customer));
        if (!rules.appealable(followed)) {
            throw new Refusal.IllegalAction("NOT_APPEALABLE", List.of());
        }
        return views.of(drafts.latestFollowing(customer.id(), followed.id(), clock.instant())
                .orElseGet(() -> following(followed, customer)));
    }

    /**
     * What the customer left unsent and would lose something with, the one touched last first; follow-ups too, for they
     * are kept longer than their case leads to them.
     */
    public List<DraftView> unsent(Actor actor) {
        return views.of(drafts.unsent(Judged.customer(actor).id(), clock.instant())).stream()
                .filter(DraftView::holdsSomething)
                .toList();
    }

    /** From now on it is the latest. */
    private Draft taken(Draft draft) {
        draft.touched(clock.instant());
        return draft;
    }

    private Draft following(Case followed, Actor.Customer customer) {
        Draft draft = fresh(customer);
        draft.follows(followed.id(), followed.trackingNumber().orElse(null));
        choose(draft, followed.category());
        return draft;
    }

    /** One that is no longer on offer is chosen anew. */
    private void choose(Draft draft, String category) {
        categories
                .find(category)
                .filter(Category::active)
                .ifPresent(found -> draft.choose(found.code(), clock.instant()));
    }

    private Draft fresh(Actor.Customer customer) {
        Draft draft = new Draft(customer.id(), clock.instant());
        drafts.add(draft);
        return draft;
    }
}
