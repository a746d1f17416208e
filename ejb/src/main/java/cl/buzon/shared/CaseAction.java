package cl.buzon.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person, the clock or the ticketing system may ask of a case; who may ask it and when is in {@code CaseTransitions}. */
public enum CaseAction {
    ACCEPT,
    REJECT,
    CLOSE,
    WITHDRAW,
    ACCEPT_WORK,
    REQUEST_INFO,
    RESOLVE,
    CANCEL,
    REPLY,
    EXPIRE,
    REOPEN;

    /** The name in addresses and JSON, such as {@code accept-work}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CaseAction> ofCode(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code().equals(code))
                .findFirst();
    }
}
