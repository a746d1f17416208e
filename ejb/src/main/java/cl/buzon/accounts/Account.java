package cl.buzon.accounts;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.Rut;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A company that sends with the operator, known by its tax number. */
@Entity
@Table(name = "account")
public class Account {

    /** Characters that a name may have. */
    public static final int MAX_NAME = 120;

    @Id
    private UUID id;

    private String name;

    private String rut;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "quotes_in_mail")
    private boolean quotesInMail;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    public Account(String name, Rut rut, Instant now) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.rut = rut.value();
        this.createdAt = now;
    }

    public void rename(String newName) {
        name = newName;
    }

    public AccountId id() {
        return new AccountId(id);
    }

    public String name() {
        return name;
    }

    public Rut rut() {
        return new Rut(rut);
    }

    /** Whether mail may repeat what people wrote; not before somebody of the company has said so. */
    public boolean quotesInMail() {
        return quotesInMail;
    }

    public void quoteInMail(boolean wanted) {
        quotesInMail = wanted;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
