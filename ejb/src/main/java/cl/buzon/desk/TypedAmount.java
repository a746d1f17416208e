package cl.buzon.desk;

import cl.buzon.shared.Fault;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount of pesos as people write it: {@code 45000}, {@code 45.000} or {@code $45.000}. */
final class TypedAmount {

    private static final Pattern FORM = Pattern.compile("\\$?\\s*(\\d{1,3}(\\.\\d{3}){1,4}|\\d{1,15})");

    private TypedAmount() {}

    /** Empty when it has not that form. */
    static Optional<Long> of(String typed) {
        String text = typed.strip();
        return FORM.matcher(text).matches() ? Optional.of(Long.valueOf(text.replaceAll("\\D", ""))) : Optional.empty();
    }

    /** What is wrong with a text that is there and has not that form. */
    static Optional<Fault> fault(String typed) {
        return typed.isBlank() || of(typed).isPresent()
                ? Optional.empty()
                : Optional.of(Fault.of("claimedAmount", "AMOUNT_FORM"));
    }
}
