package cl.buzon.connector.spi;

/** What both sides may change on a case, and how its values are written here. */
public enum TicketField {
    /** The name of a {@link cl.buzon.shared.CaseState}. */
    STATE,
    /** The e-mail address of the executive, in lower case; empty for nobody. */
    EXECUTIVE,
    /** The name of a {@link cl.buzon.shared.CompensationState}. */
    COMPENSATION_STATE,
    /** In CLP, digits only: what was paid once the state is PAID, what was approved before; empty for none. */
    COMPENSATION_AMOUNT,
    /** The back office's short code of a solution. */
    RESOLUTION_CODE,
    /** The words of a solution, read by the customer. */
    RESOLUTION_NOTES
}
