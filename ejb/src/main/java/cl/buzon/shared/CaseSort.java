package cl.buzon.shared;

import java.util.Arrays;
import java.util.Optional;

/** The orders a list of cases can have; each is backed by an index. */
public enum CaseSort {
    CREATED("createdAt"),
    UPDATED("updatedAt"),
    AMOUNT("amount");

    private final String code;

    CaseSort(String code) {
        this.code = code;
    }

    /** The name in addresses and JSON. */
    public String code() {
        return code;
    }

    public static Optional<CaseSort> ofCode(String code) {
        return Arrays.stream(values()).filter(sort -> sort.code.equals(code)).findFirst();
    }
}
