package cl.buzon.desk;

import cl.buzon.accounts.EmailAddress;
import cl.buzon.assignment.Absence;
import cl.buzon.assignment.Executive;
import cl.buzon.assignment.Executives;
import cl.buzon.cases.Categories;
import cl.buzon.cases.Category;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what was typed about an executive or an absence, and collects all that is wrong with it. */
final class RosterInput {

    private static final int MOST = 9_999;
    private static final int DATE = 40;

    private final AccountInput input = new AccountInput();
    private final Executives executives;

    RosterInput(Executives executives) {
        this.executives = executives;
    }

    /** @param own the executive who may have the e-mail already */
    NewExecutive executive(TypedExecutive typed, @Nullable ExecutiveId own, Categories categories) {
        String name = input.userName("name", typed.name());
        Optional<EmailAddress> email = input.email(typed.email());
        if (email.flatMap(one -> executives.findByEmail(one.value()))
                .filter(other -> !other.id().equals(own))
                .isPresent()) {
            input.complain("email", "EMAIL_TAKEN");
        }
        Integer capacity = capacity(typed.capacity());
        input.refuseFaults();
        return new NewExecutive(name, email.orElseThrow().value(), capacity, known(typed.skills(), categories));
    }

    private @Nullable Integer capacity(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        int capacity = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (capacity == 0) {
            input.complain("capacity", "OUT_OF_RANGE", 1, MOST);
        }
        return capacity;
    }

    private static Set<String> known(Set<String> skills, Categories categories) {
        return categories.all().stream()
                .map(Category::code)
                .filter(skills::contains)
                .collect(Collectors.toSet());
    }

    Absence absence(ExecutiveId executive, TypedAbsence typed) {
        Optional<LocalDate> first = day("firstDay", typed.firstDay());
        Optional<LocalDate> last = day("lastDay", typed.lastDay());
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            input.complain("lastDay", "DATE_ORDER");
        }
        ExecutiveId delegate = person("delegate", typed.delegate());
        if (executive.equals(delegate)) {
            input.complain("delegate", "OWN_DELEGATE");
        }
        input.refuseFaults();
        return new Absence(executive, first.orElseThrow(), last.orElseThrow(), delegate);
    }

    private Optional<LocalDate> day(String field, @Nullable String typed) {
        String text = input.line(field, typed, DATE);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            input.complain(field, "DATE_FORM");
            return Optional.empty();
        }
    }

    /** An executive who is chosen from a list; empty for nobody. */
    @Nullable
    ExecutiveId person(String field, @Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        Optional<Executive> found = id(text).flatMap(executives::find).filter(Executive::isActive);
        if (found.isEmpty()) {
            input.complain(field, "UNKNOWN_EXECUTIVE");
        }
        return found.map(Executive::id).orElse(null);
    }

    private static Optional<ExecutiveId> id(String text) {
        try {
            return Optional.of(ExecutiveId.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void complain(String field, String code) {
        input.complain(field, code);
    }

    /** @throws Refusal.InvalidInput with everything that was wrong */
    void refuseFaults() {
        input.refuseFaults();
    }
}
