package cl.buzon.accounts;

/** What a portal user is there for. */
public enum Role {
    CUSTOMER,
    /** Sees all cases of the company and manages its users. */
    ACCOUNT_ADMIN,
    /** Runs the installation and belongs to no company. */
    OPERATOR
}
