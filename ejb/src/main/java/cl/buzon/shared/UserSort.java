package cl.buzon.shared;

import java.util.Arrays;
import java.util.Optional;

/** The orders a list of users can have; whom one of them does not tell apart stand by name. */
public enum UserSort {
    NAME("name"),
    ROLE("role"),
    LAST_SIGN_IN("lastSignInAt"),
    CASES("cases"),
    STANDING("standing");

    private final String code;

    UserSort(String code) {
        this.code = code;
    }

    /** The name in addresses. */
    public String code() {
        return code;
    }

    public static Optional<UserSort> ofCode(String code) {
        return Arrays.stream(values()).filter(sort -> sort.code.equals(code)).findFirst();
    }
}
