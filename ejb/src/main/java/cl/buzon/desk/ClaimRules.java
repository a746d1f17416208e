package cl.buzon.desk;

import cl.buzon.cases.Case;
import cl.buzon.cases.Cases;
import cl.buzon.cases.Categories;
import cl.buzon.cases.Category;
import cl.buzon.cases.Claim;
import cl.buzon.cases.TrackingNumber;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Clp;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a claim must be before it can become a case: every rule of the form, the API and the bulk upload, once. */
@ApplicationScoped
class ClaimRules {

    @Inject
    private Categories categories;

    @Inject
    private Cases cases;

    @Inject
    private Clock clock;

    @Inject
    private DeadlineSettings settings;

    /** @throws Refusal.InvalidInput with every broken rule */
    SoundClaim sound(NewCase wish, Actor.Customer customer) {
        List<Fault> faults = new ArrayList<>();
        Optional<Category> category = category(wish, faults);
        TrackingNumber parcel = parcel(wish, category, faults);
        String subject = text("subject", wish.subject(), Claim.MAX_SUBJECT, faults);
        String description = text("description", wish.description(), Claim.MAX_DESCRIPTION, faults);
        Optional<Clp> amount = amount(wish, category, faults);
        CaseId relatedTo = followed(wish, customer, faults);
        if (!faults.isEmpty()) {
            throw new Refusal.InvalidInput(faults);
        }
        return new SoundClaim(
                new Claim(category.orElseThrow().code(), parcel, subject, description, relatedTo), amount);
    }

    /** A claim that keeps every rule. */
    record SoundClaim(Claim claim, Optional<Clp> claimedAmount) {}

    /** Whether the customer may open a case that follows up this one. */
    boolean appealable(Case closed) {
        return closed.state().isFinal()
                && closed.stateSince()
                        .plus(Duration.ofDays(settings.deadlines().appeal()))
                        .isAfter(clock.instant());
    }

    private Optional<Category> category(NewCase wish, List<Fault> faults) {
        String code = Wording.tidy(wish.category());
        if (code.isEmpty()) {
            faults.add(Fault.of("category", "REQUIRED"));
            return Optional.empty();
        }
        Optional<Category> found = categories.findActive(code);
        if (found.isEmpty()) {
            faults.add(Fault.of("category", "UNKNOWN_CATEGORY"));
        }
        return found;
    }

    private static @Nullable TrackingNumber parcel(NewCase wish, Optional<Category> category, List<Fault> faults) {
        String number = TrackingNumber.normalise(Wording.tidy(wish.trackingNumber()));
        if (number.isEmpty()) {
            if (category.map(Category::trackingRequired).orElse(false)) {
                faults.add(Fault.of("trackingNumber", "REQUIRED"));
            }
            return null;
        }
        Optional<Fault> fault = Wording.fault("trackingNumber", number, TrackingNumber.MAX_LENGTH);
        if (fault.isEmpty() && TrackingNumber.hasWrongCheckDigit(number)) {
            fault = Optional.of(Fault.of("trackingNumber", "TRACKING_CHECK_DIGIT"));
        }
        fault.ifPresent(faults::add);
        return fault.isEmpty() ? new TrackingNumber(number) : null;
    }

    private static String text(String field, @Nullable String typed, int max, List<Fault> faults) {
        String tidied = Wording.tidy(typed);
        Wording.fault(field, tidied, max).ifPresent(faults::add);
        return tidied;
    }

    private static Optional<Clp> amount(NewCase wish, Optional<Category> category, List<Fault> faults) {
        Long amount = wish.claimedAmount();
        if (amount == null) {
            return Optional.empty();
        }
        if (amount < 1 || amount > Clp.MAX) {
            faults.add(Fault.of("claimedAmount", "AMOUNT_FORM", Clp.MAX));
            return Optional.empty();
        }
        if (!category.map(Category::compensable).orElse(true)) {
            faults.add(Fault.of("claimedAmount", "NOT_COMPENSABLE"));
        }
        return Optional.of(new Clp(amount));
    }

    private @Nullable CaseId followed(NewCase wish, Actor.Customer customer, List<Fault> faults) {
        String number = Wording.tidy(wish.relatedTo());
        if (number.isEmpty()) {
            return null;
        }
        try {
            Case closed = cases.get(new CaseNumber(number), Judged.cases(customer));
            if (!appealable(closed)) {
                faults.add(Fault.of(
                        "relatedTo", "NOT_APPEALABLE", settings.deadlines().appeal()));
            }
            return closed.id();
        } catch (Refusal.NotFound | IllegalArgumentException e) {
            faults.add(Fault.of("relatedTo", "UNKNOWN_CASE"));
            return null;
        }
    }
}
