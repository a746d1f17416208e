package cl.buzon.desk;

import cl.buzon.cases.Cases;
import cl.buzon.cases.Categories;
import cl.buzon.drafts.Draft;
import cl.buzon.drafts.DraftFile;
import cl.buzon.drafts.Drafts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Drafts as their writers see them. */
@ApplicationScoped
class DraftViews {

    @Inject
    private Drafts drafts;

    @Inject
    private Cases cases;

    @Inject
    private Categories categories;

    DraftView of(Draft draft) {
        return new DraftView(
                draft.id(),
                draft.category().flatMap(categories::find).map(CaseViews::view).orElse(null),
                new DraftText(draft.trackingNumber(), draft.subject(), draft.description(), draft.claimedAmount()),
                draft.relatedTo().flatMap(cases::numberOf).orElse(null),
                drafts.files(draft.id()).stream().map(DraftViews::of).toList(),
                draft.updatedAt(),
                draft.submittedAs().orElse(null));
    }

    static DraftView.File of(DraftFile file) {
        return new DraftView.File(
                file.id(),
                file.name(),
                file.contentType(),
                file.size(),
                file.evidence().orElse(null));
    }
}
