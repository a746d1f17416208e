package cl.buzon.desk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import cl.buzon.cases.Cases;
import cl.buzon.cases.Categories;
import cl.buzon.cases.Category;
import cl.buzon.drafts.Draft;
import cl.buzon.drafts.DraftFile;
import cl.buzon.drafts.Drafts;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.DraftId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Drafts as their writers see them. */
@ApplicationScoped
class DraftViews {

    private Drafts drafts;
    private Cases cases;
    private Categories categories;

    @SuppressWarnings("NullAway.Init")
    protected DraftViews() {}

    @Inject
    DraftViews(Drafts drafts, Cases cases, Categories categories) {
        this.drafts = drafts;
        this.cases = cases;
        this.categories = categories;
    }

    DraftView of(Draft draft) {
        return of(List.of(draft)).get(0);
    }

    /** The number of queries does not depend on how many there are. */
    List<DraftView> of(List<Draft> several) {
        if (several.isEmpty()) {
            return List.of();
        }
        Map<String, Category> situations = categories.byCodes(each(several, Draft::category));
        Map<CaseId, CaseNumber> followed = cases.numbersOf(each(several, Draft::relatedTo));
        Map<DraftId, List<DraftView.File>> files = drafts
                .files(several.stream().map(Draft::id).toList())
                .stream()
                .collect(groupingBy(DraftFile::draft, mapping(DraftViews::of, toList())));
        return several.stream()
                .map(draft -> new DraftView(
                        draft.id(),
                        draft.category()
                                .map(situations::get)
                                .map(CaseViews::view)
                                .orElse(null),
                        DraftText.of(draft),
                        draft.wordsMark(),
                        draft.relatedTo().map(followed::get).orElse(null),
                        files.getOrDefault(draft.id(), List.of()),
                        draft.updatedAt(),
                        draft.submittedAs().orElse(null)))
                .toList();
    }

    private static <T> Set<T> each(List<Draft> several, Function<Draft, Optional<T>> part) {
        return several.stream().flatMap(draft -> part.apply(draft).stream()).collect(toSet());
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
