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

    @Inject
    private Drafts drafts;

    @Inject
    private Cases cases;

    @Inject
    private Categories categories;

    @Inject
    private ClaimRules rules;

    @Inject
    private DraftViews views;

    @Inject
    private Clock clock;

    /** The draft that the customer left unsent, or a fresh one. */
    public DraftView start(Actor actor) {
        Actor.Customer customer = Judged.customer(actor);
        return views.of(unsent(customer).stream().findFirst().orElseGet(() -> fresh(customer)));
    }

    /** A draft without words or files, whatever was left unsent: that stays for as long as drafts are kept. */
    public DraftView startAnother(Actor actor) {
        Actor.Customer customer = Judged.customer(actor);
        return views.of(unsent(customer).stream()
                .filter(draft -> draft.isUntouched() && drafts.files(draft.id()).isEmpty())
                .findFirst()
                .map(this::taken)
                .orElseGet(() -> fresh(customer)));
    }

    /** A draft for words that came too late for one that was sent: of the same situation, after the same closed case. */
    public DraftView startAfter(Actor actor, DraftId sent) {
        Actor.Customer customer = Judged.customer(actor);
        Draft before = drafts.get(sent, customer.id());
        Draft draft = fresh(customer);
        before.relatedTo().ifPresent(closed -> draft.follows(closed, null));
        before.category().ifPresent(code -> draft.choose(code, clock.instant()));
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

    /** What the customer left unsent and would lose something with, the one touched last first; no follow-ups. */
    public List<DraftView> unsent(Actor actor) {
        return unsent(Judged.customer(actor)).stream()
                .map(views::of)
                .filter(DraftView::holdsSomething)
                .toList();
    }

    private List<Draft> unsent(Actor.Customer customer) {
        return drafts.unsent(customer.id(), clock.instant());
    }

    /** From now on it is the latest. */
    private Draft taken(Draft draft) {
        draft.touched(clock.instant());
        return draft;
    }

    private Draft following(Case followed, Actor.Customer customer) {
        Draft draft = fresh(customer);
        draft.follows(followed.id(), followed.trackingNumber().orElse(null));
        categories
                .find(followed.category())
                .filter(Category::active)
                .ifPresent(category -> draft.choose(category.code(), clock.instant()));
        return draft;
    }

    private Draft fresh(Actor.Customer customer) {
        Draft draft = new Draft(customer.id(), clock.instant());
        drafts.add(draft);
        return draft;
    }
}
