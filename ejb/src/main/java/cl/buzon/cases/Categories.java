package cl.buzon.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The situations that the operator offers. */
@ApplicationScoped
public class Categories {

    /** More than anybody would choose from; bounds the query. */
    private static final int MAX = 200;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected Categories() {}

    public Categories(EntityManager entities) {
        this.entities = entities;
    }

    /** Those on offer, in the order of the screen. */
    public List<Category> active() {
        return entities.createQuery(
                        "select c from Category c where c.active order by c.position, c.code", Category.class)
                .setMaxResults(MAX)
                .getResultList();
    }

    /** Among those on offer; whatever the code is, it does not reach the database. */
    public Optional<Category> findActive(String code) {
        return active().stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    /** Also finds those no longer on offer, for the cases that they were chosen for. */
    public Optional<Category> find(String code) {
        return Optional.ofNullable(entities.find(Category.class, code));
    }
}
