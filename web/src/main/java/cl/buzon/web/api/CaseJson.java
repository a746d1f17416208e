package cl.buzon.web.api;

import cl.buzon.desk.CaseView;
import cl.buzon.desk.CategoryView;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case.
 *
 * @param category code of the situation
 * @param missingEvidence codes of required evidence that no file has been named as
 * @param relatedTo number of the closed case that this one follows up
 * @param allowedActions what the token's user may ask of the case now
 */
record CaseJson(
        String number,
        CaseState state,
        String category,
        @Nullable String trackingNumber,
        String subject,
        String description,
        Instant createdAt,
        Instant updatedAt,
        @Nullable PersonJson executive,
        CompensationJson compensation,
        List<String> missingEvidence,
        @Nullable String relatedTo,
        List<String> allowedActions) {

    static CaseJson of(CaseView view) {
        return new CaseJson(
                view.number().value(),
                view.state(),
                view.category().code(),
                view.trackingNumber(),
                view.subject(),
                view.description(),
                view.createdAt(),
                view.updatedAt(),
                PersonJson.of(view.executive()),
                CompensationJson.of(view.compensation()),
                view.missingEvidence().stream().map(CategoryView.Evidence::code).toList(),
                text(view.relatedTo()),
                view.allowedActions().stream().map(CaseAction::code).toList());
    }

    private static @Nullable String text(@Nullable CaseNumber number) {
        return number == null ? null : number.value();
    }
}
