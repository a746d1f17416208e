package cl.buzon.cases;

import cl.buzon.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        return chosenBy("select c.code from Category c where c.active order by c.position, c.code");
    }

    /** All, those no longer on offer too, in the order of the screen. */
    public List<Category> all() {
        return chosenBy("select c.code from Category c order by c.position, c.code");
    }

    /** With their evidence in one look. */
    private List<Category> chosenBy(String query) {
        List<String> codes =
                entities.createQuery(query, String.class).setMaxResults(MAX).getResultList();
        Map<String, Category> found = byCodes(codes);
        return codes.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /**
     * The situation, which nobody else may change before this transaction ends.
     *
     * @throws Refusal.NotFound when there is none of the code
     */
    public Category getForChange(String code) {
        entities.createNativeQuery("select 1 from category where code = :code for update", Integer.class)
                .setParameter("code", code)
                .getResultList();
        return find(code).orElseThrow(Refusal.NotFound::new);
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

    /** Those among the given ones, with their evidence in one look; also those no longer on offer. */
    public Map<String, Category> byCodes(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return entities
                .createQuery(
                        "select distinct c from Category c left join fetch c.evidence where c.code in :codes",
                        Category.class)
                .setParameter("codes", codes)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Category::code, Function.identity()));
    }
}
