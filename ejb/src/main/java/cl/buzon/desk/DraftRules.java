package cl.buzon.desk;

import cl.buzon.cases.Cases;
import cl.buzon.cases.Categories;
import cl.buzon.cases.Category;
import cl.buzon.cases.TrackingNumber;
import cl.buzon.drafts.Draft;
import cl.buzon.drafts.Drafts;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a draft claims, and what still stands between it and a case. */
@ApplicationScoped
class DraftRules {

    @Inject
    private Drafts drafts;

    @Inject
    private Cases cases;

    @Inject
    private Categories categories;

    @Inject
    private ClaimRules rules;

    /** Domestic forms of tracking numbers besides S10, as a regular expression over the normalised number. */
    @Inject
    @ConfigProperty(name = "buzon.tracking.formats")
    private Optional<String> domesticFormats;

    /** @throws Refusal.InvalidInput with every rule that the draft breaks */
    ClaimRules.SoundClaim sound(Draft draft, Actor.Customer customer) {
        List<Fault> faults = faults(draft, customer);
        if (!faults.isEmpty()) {
            throw new Refusal.InvalidInput(faults);
        }
        return rules.sound(wish(draft), customer);
    }

    /** The parcel that the draft is about, as far as its number is not among the faults. */
    static Optional<TrackingNumber> parcel(Draft draft, List<Fault> faults) {
        return faults.stream().anyMatch(fault -> fault.field().equals("trackingNumber"))
                ? Optional.empty()
                : Optional.of(TrackingNumber.normalise(Wording.tidy(draft.trackingNumber())))
                        .filter(number -> !number.isEmpty())
                        .map(TrackingNumber::new);
    }

    /** Every rule that the draft breaks. */
    List<Fault> faults(Draft draft, Actor.Customer customer) {
        List<Fault> faults = new ArrayList<>();
        try {
            rules.sound(wish(draft), customer);
        } catch (Refusal.InvalidInput broken) {
            faults.addAll(broken.faults());
        }
        if (compensable(draft)) {
            TypedAmount.fault(draft.claimedAmount()).ifPresent(faults::add);
        }
        return faults;
    }

    /** What is claimed, in pesos: an amount typed for another situation is kept, but not claimed where nothing can be. */
    Optional<Long> claimed(Draft draft) {
        return compensable(draft) ? TypedAmount.of(draft.claimedAmount()) : Optional.empty();
    }

    private NewCase wish(Draft draft) {
        return new NewCase(
                draft.category().orElse(null),
                draft.trackingNumber(),
                draft.subject(),
                draft.description(),
                claimed(draft).orElse(null),
                draft.relatedTo()
                        .flatMap(cases::numberOf)
                        .map(CaseNumber::value)
                        .orElse(null));
    }

    private boolean compensable(Draft draft) {
        return draft.category()
                .flatMap(categories::find)
                .map(Category::compensable)
                .orElse(false);
    }

    /** Whether the number has one of the forms that the operator gives out. */
    boolean isKnown(TrackingNumber parcel) {
        return parcel.isS10()
                || domesticFormats.filter(form -> parcel.value().matches(form)).isPresent();
    }

    /** The evidence that the situation asks for and the draft has no file of. */
    List<CategoryView.Evidence> missing(Draft draft) {
        return draft.category()
                .flatMap(categories::find)
                .map(category -> CaseViews.missing(
                        category,
                        drafts.files(draft.id()).stream()
                                .flatMap(file -> file.evidence().stream())
                                .collect(Collectors.toSet())))
                .orElse(List.of());
    }
}
