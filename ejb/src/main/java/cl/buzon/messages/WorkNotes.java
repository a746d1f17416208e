package cl.buzon.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The work notes of all cases, for the back office alone. */
@ApplicationScoped
public class WorkNotes {

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected WorkNotes() {}

    public WorkNotes(EntityManager entities) {
        this.entities = entities;
    }

    public void add(WorkNote note) {
        entities.persist(note);
    }
}
