package cl.buzon.bulk;

/** How far a row has come. */
public enum RowState {
    WAITING,
    /** It is a case. */
    MADE,
    /** The same row has been a case before. */
    REPEATED,
    /** It breaks a rule. */
    REJECTED
}
