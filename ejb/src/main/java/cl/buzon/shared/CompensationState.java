package cl.buzon.shared;

/** How far the compensation of a case has come, from nothing asked to money paid. */
public enum CompensationState {
    NOT_REQUESTED,
    REQUESTED,
    UNDER_REVIEW,
    APPROVED,
    REJECTED,
    PAYMENT_PENDING,
    PAID,
    PAYMENT_FAILED,
    WITHDRAWN;

    /** Approved and not yet paid: the approved amounts of these add up to what the operator still owes. */
    public boolean isOwed() {
        return this == APPROVED || this == PAYMENT_PENDING || this == PAYMENT_FAILED;
    }

    /** The customer may take the request back while nobody has decided it. */
    public boolean isUndecided() {
        return this == REQUESTED || this == UNDER_REVIEW;
    }
}
