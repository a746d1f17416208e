package cl.buzon.attachments;

import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files of all cases, each found only by its case. */
@ApplicationScoped
public class Attachments {

    /** How many of one case are listed: far more than it may have, but not without end. */
    public static final int MAX_LISTED = 1_000;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected Attachments() {}

    public Attachments(EntityManager entities) {
        this.entities = entities;
    }

    public void add(Attachment attachment) {
        entities.persist(attachment);
    }

    /** In the order they were attached, the first {@link #MAX_LISTED}. */
    public List<Attachment> of(CaseId of) {
        return entities.createQuery(
                        "select a from Attachment a where a.caseId = :case order by a.attachedAt, a.id",
                        Attachment.class)
                .setParameter("case", of.value())
                .setMaxResults(MAX_LISTED)
                .getResultList();
    }

    /** The codes of evidence that the files of each case have been named as. */
    public Map<CaseId, Set<String>> evidence(Set<CaseId> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select distinct a.caseId as owner, a.evidence as evidence from Attachment a"
                                + " where a.caseId in :cases and a.evidence is not null",
                        Tuple.class)
                .setParameter("cases", of.stream().map(CaseId::value).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> new CaseId(row.get("owner", UUID.class)),
                        Collectors.mapping(row -> row.get("evidence", String.class), Collectors.toSet())));
    }

    public int count(CaseId of) {
        return entities.createQuery("select count(a) from Attachment a where a.caseId = :case", Long.class)
                .setParameter("case", of.value())
                .getSingleResult()
                .intValue();
    }

    public Optional<Attachment> find(CaseId of, AttachmentId id) {
        return Optional.ofNullable(entities.find(Attachment.class, id.value()))
                .filter(attachment -> attachment.caseId().equals(of));
    }

    /** Those of one case among the given ones. */
    public Map<AttachmentId, Attachment> byIds(CaseId of, Collection<AttachmentId> ids) {
        return byIds(Set.of(of), ids);
    }

    /** Those of some cases among the given ones. */
    public Map<AttachmentId, Attachment> byIds(Set<CaseId> of, Collection<AttachmentId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select a from Attachment a where a.caseId in :cases and a.id in :ids", Attachment.class)
                .setParameter("cases", of.stream().map(CaseId::value).toList())
                .setParameter("ids", ids.stream().map(AttachmentId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(Attachment::id, Function.identity()));
    }

    /**
     * The contents among the given ones that a case's file names. A sweep asks the drafts first and here after: a file
     * that moves from its draft to its case in between is then seen in at least one of them.
     */
    public Set<String> named(Set<String> sha256s) {
        if (sha256s.isEmpty()) {
            return Set.of();
        }
        return entities.createQuery("select distinct a.sha256 from Attachment a where a.sha256 in :names", String.class)
                .setParameter("names", sha256s)
                .getResultStream()
                .collect(Collectors.toSet());
    }
}
