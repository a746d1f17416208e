package cl.buzon.assignment;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.ExecutiveId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Finds an executive for a case, in the transaction of whoever asks, and keeps the decision with its reasons. The caller
 * then gives the case to the executive before its transaction ends.
 *
 * <p>Decisions are made one at a time: each waits until the one before is committed, cases and all, so that none is made
 * on a load that is about to change. A caller that decides about many cases takes few of them in one transaction, for
 * everybody else waits meanwhile.
 */
@ApplicationScoped
public class Assigner {

    /** The PostgreSQL advisory lock that stands for the loads of all executives: "BUZON" in ASCII, and a number. */
    static final long EXECUTIVES_LOCK = 0x42555A4F4E_01L;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Executives executives;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected Assigner() {}

    /** By hand, without a container. */
    @SuppressWarnings("UnnecessaryAssignment")
    public Assigner(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.executives = new Executives(entities, clock);
        this.clock = clock;
    }

    /**
     * Decides by the {@linkplain AssignmentPolicy policy}. When the decision names nobody, the case goes on waiting.
     *
     * @param caseId a case that is persisted and has no executive
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public AssignmentDecision assign(CaseId caseId, AccountId account, String categoryCode) {
        return keep(caseId, decide(account, categoryCode));
    }

    /** As {@link #assign}, for a case that has waited: finding nobody once more is not worth a record. */
    @Transactional(Transactional.TxType.MANDATORY)
    public AssignmentDecision retry(CaseId caseId, AccountId account, String categoryCode) {
        AssignmentDecision decision = decide(account, categoryCode);
        return decision.executive().isPresent() ? keep(caseId, decision) : decision;
    }

    private AssignmentDecision decide(AccountId account, String categoryCode) {
        lockExecutives();
        return AssignmentPolicy.decide(executives.team(account), categoryCode, executives.all());
    }

    /** Takes down that the ticketing system has given the case to an executive, whom no rule can refuse. */
    @Transactional(Transactional.TxType.MANDATORY)
    public AssignmentDecision assignTo(CaseId caseId, ExecutiveId executive) {
        lockExecutives();
        return keep(
                caseId,
                new AssignmentDecision(executive, List.of(AssignmentReason.REMOTE), executives.load(executive)));
    }

    /** Cases that have no executive, oldest first. */
    public List<CaseId> waiting(int limit) {
        @SuppressWarnings("unchecked")
        List<UUID> ids = entities.createNativeQuery(
                        "select id from claim_case where executive_id is null and state not in ('CLOSED', 'CANCELLED')"
                                + " order by created_at, id",
                        UUID.class)
                .setMaxResults(limit)
                .getResultList();
        return ids.stream().map(CaseId::new).toList();
    }

    // What this transaction has written so far is a case that nobody else can know of, or has locked by its row, so
    // waiting here cannot close a circle. The flush comes after the wait, when the loads are those of the last commit.
    private void lockExecutives() {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(:key) as text)", String.class)
                .setParameter("key", EXECUTIVES_LOCK)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        entities.flush();
    }

    private AssignmentDecision keep(CaseId caseId, AssignmentDecision decision) {
        entities.persist(new RecordedDecision(caseId, decision, clock.instant()));
        decision.executive().ifPresent(this::wasAssigned);
        return decision;
    }

    // A microsecond after everybody else's at least: two decisions at one reading of the clock keep their order.
    private void wasAssigned(ExecutiveId executive) {
        entities.createNativeQuery("update executive set last_assigned_at = greatest(cast(:now as timestamptz),"
                        + " (select max(last_assigned_at) + interval '1 microsecond' from executive)) where id = :id")
                .setParameter("now", clock.instant())
                .setParameter("id", executive.value())
                .executeUpdate();
    }
}
