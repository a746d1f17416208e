package cl.buzon.messages;

import cl.buzon.shared.CaseId;
import cl.buzon.shared.MessageId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The messages of all cases. */
@ApplicationScoped
public class Messages {

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected Messages() {}

    public Messages(EntityManager entities) {
        this.entities = entities;
    }

    public void add(CustomerMessage message) {
        entities.persist(message);
    }

    /** Those of one case among the given ones. */
    public Map<MessageId, CustomerMessage> of(CaseId on, Collection<MessageId> ids) {
        return of(Set.of(on), ids);
    }

    /** Those of some cases among the given ones. */
    public Map<MessageId, CustomerMessage> of(Set<CaseId> on, Collection<MessageId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select m from CustomerMessage m where m.caseId in :cases and m.id in :ids",
                        CustomerMessage.class)
                .setParameter("cases", on.stream().map(CaseId::value).toList())
                .setParameter("ids", ids.stream().map(MessageId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(CustomerMessage::id, Function.identity()));
    }
}
