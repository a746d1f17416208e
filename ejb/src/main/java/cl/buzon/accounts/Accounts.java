package cl.buzon.accounts;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Rut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All companies. */
@ApplicationScoped
public class Accounts {

    /** The PostgreSQL advisory lock that stands for all sign-in names and RUTs: "BUZON" in ASCII, and a number. */
    private static final long NAMES = 0x42555A4F4E_02L;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected Accounts() {}

    public Accounts(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Lets only one transaction at a time make companies and users, until it ends: what it finds free stays free, and of
     * two at once the second hears that it is taken.
     */
    public void holdNames() {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(:key) as text)", String.class)
                .setParameter("key", NAMES)
                .getSingleResult();
    }

    public void add(Account account) {
        entities.persist(account);
    }

    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(entities.find(Account.class, id.value()));
    }

    /** @throws Refusal.NotFound when there is none */
    public Account get(AccountId id) {
        return find(id).orElseThrow(Refusal.NotFound::new);
    }

    public Optional<Account> findByRut(Rut rut) {
        return entities
                .createQuery("select a from Account a where a.rut = :rut", Account.class)
                .setParameter("rut", rut.value())
                .getResultList()
                .stream()
                .findFirst();
    }

    /**
     * @param words that the name contains, whatever its capitals and accents, or the RUT, whatever stands between its
     *     digits; empty for all
     * @throws Refusal.BadCursor when the place was not given by this list
     */
    public Page<Account> page(String words, @Nullable String place, int limit) {
        String digits = words.toUpperCase(Locale.ROOT).replaceAll("[.\\s-]", "");
        return new NameOrder<>(
                        Account.class,
                        "(" + NameOrder.holds("x.name") + " or x.rut like :rut)",
                        Map.of(
                                "words",
                                NameOrder.anywhere(words),
                                "rut",
                                digits.matches("\\d+K?") ? "%" + digits + "%" : ""),
                        ListOrder.BY_NAME,
                        account -> account.id().value(),
                        Account::name)
                .page(entities, place, limit);
    }
}
