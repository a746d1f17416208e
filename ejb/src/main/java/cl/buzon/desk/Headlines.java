package cl.buzon.desk;

import cl.buzon.assignment.Executive;
import cl.buzon.assignment.Executives;
import cl.buzon.cases.Activity;
import cl.buzon.cases.Cases;
import cl.buzon.cases.CompensationTerms;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.ExecutiveId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes headlines of entries of histories. */
@ApplicationScoped
class Headlines {

    private Cases cases;
    private Executives executives;

    @SuppressWarnings("NullAway.Init")
    protected Headlines() {}

    @Inject
    Headlines(Cases cases, Executives executives) {
        this.cases = cases;
        this.executives = executives;
    }

    /** In the order of the entries, which must have been judged. */
    List<Headline> of(List<Activity> entries) {
        Map<CaseId, CaseNumber> numbers =
                cases.numbersOf(entries.stream().map(Activity::caseId).collect(Collectors.toSet()));
        return entries.stream()
                .map(entry -> headline(entry, Objects.requireNonNull(numbers.get(entry.caseId()))))
                .toList();
    }

    private Headline headline(Activity what, CaseNumber number) {
        return new Headline(
                number,
                ActivityView.Type.valueOf(what.type().name()),
                what.at(),
                what.actorName(),
                what.actorKind(),
                what.to().orElse(null),
                what.executive().map(this::name).orElse(null),
                what.compensation().map(CompensationTerms::state).orElse(null),
                what.compensation().flatMap(CompensationTerms::shownAmount).orElse(null));
    }

    private String name(ExecutiveId executive) {
        return executives.find(executive).map(Executive::name).orElse("");
    }
}
