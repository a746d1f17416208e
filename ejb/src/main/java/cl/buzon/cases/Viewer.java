package cl.buzon.cases;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.UserId;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose eyes a query looks through. There is no way to ask {@link Cases} for a case without saying so, and whatever the
 * eyes may not see is simply not there.
 */
public sealed interface Viewer {

    /** A user sees the cases they opened. */
    record Reporter(UserId user) implements Viewer {}

    /** An administrator sees all cases of the company. */
    record Company(AccountId account) implements Viewer {}

    /** The back office, the clock and the sync see every case. */
    record BackOffice() implements Viewer {}

    /** The condition on {@code claim_case c} that holds for visible cases only; takes {@link #owner()}, if any. */
    default String condition() {
        if (this instanceof Reporter) {
            return "c.reporter_id = :owner";
        }
        return this instanceof Company ? "c.account_id = :owner" : "true";
    }

    /** The lexeme that every visible case carries in its search vector; empty where everything is visible. */
    default String lexeme() {
        if (this instanceof Reporter reporter) {
            return "reporter:" + reporter.user();
        }
        return this instanceof Company company ? "account:" + company.account() : "";
    }

    /** The identity that the condition compares with. */
    default Optional<UUID> owner() {
        if (this instanceof Reporter reporter) {
            return Optional.of(reporter.user().value());
        }
        return this instanceof Company company ? Optional.of(company.account().value()) : Optional.empty();
    }
}
