package cl.buzon.desk;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.Rut;
import java.time.Instant;

/** A company in the operator's list. */
public record AccountView(AccountId id, String name, Rut rut, Instant createdAt) {}
