package cl.buzon.desk;

import cl.buzon.accounts.Account;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Rut;
import java.time.Instant;

/** A customer company. */
public record AccountView(AccountId id, String name, Rut rut, Instant createdAt) {

    static AccountView of(Account account) {
        return new AccountView(account.id(), account.name(), account.rut(), account.createdAt());
    }
}
