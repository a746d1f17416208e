package cl.buzon.assignment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cl.buzon.assignment.TeamMember.Seat;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All executives, who is away, and who looks after which company. */
@ApplicationScoped
public class Executives {

    /** As many names as a page could want, and more. */
    static final int MOST_AT_ONCE = 1_000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected Executives() {}

    /** By hand, without a container. */
    @SuppressWarnings("UnnecessaryAssignment")
    public Executives(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public void add(Executive executive) {
        entities.persist(executive);
    }

    public void add(Absence absence) {
        entities.persist(absence);
    }

    /** Takes back an absence that has not begun. */
    public void remove(Absence absence) {
        entities.remove(absence);
    }

    /** @throws Refusal.NotFound when there is none of this executive */
    public Absence absence(ExecutiveId executive, UUID id) {
        return Optional.ofNullable(entities.find(Absence.class, id))
                .filter(absence -> absence.executive().equals(executive))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Absences that have not ended before the day, the first first. */
    public List<Absence> absences(LocalDate notBefore) {
        return entities.createQuery(
                        "select a from Absence a where a.lastDay >= :day order by a.firstDay, a.id", Absence.class)
                .setParameter("day", notBefore)
                .setMaxResults(MOST_AT_ONCE)
                .getResultList();
    }

    /** Everybody by name. */
    public List<Executive> byName() {
        return entities.createQuery("select e from Executive e order by e.name, e.id", Executive.class)
                .setMaxResults(MOST_AT_ONCE)
                .getResultList();
    }

    /** What everybody who has any has to do now. */
    public Map<ExecutiveId, Load> loadsNow() {
        return loads();
    }

    /** Says anew who looks after the company. */
    public void setTeam(AccountId account, AccountTeam team) {
        setSeat(new Seat(account, TeamRole.PRIMARY), team.primary());
        setSeat(new Seat(account, TeamRole.BACKUP), team.backup());
    }

    private void setSeat(Seat seat, @Nullable ExecutiveId executive) {
        if (executive != null) {
            entities.merge(new TeamMember(seat, executive));
        } else {
            Optional.ofNullable(entities.find(TeamMember.class, seat)).ifPresent(entities::remove);
        }
    }

    public Optional<Executive> find(ExecutiveId id) {
        return Optional.ofNullable(entities.find(Executive.class, id.value()));
    }

    /** Whatever its capitals. */
    public Optional<Executive> findByEmail(String email) {
        return entities.createQuery("select e from Executive e where lower(e.email) = lower(:email)", Executive.class)
                .setParameter("email", email.strip())
                .getResultStream()
                .findFirst();
    }

    /**
     * Those that exist.
     *
     * @throws IllegalArgumentException when asked for more than 1,000
     */
    public Map<ExecutiveId, Executive> byIds(Collection<ExecutiveId> ids) {
        if (ids.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException(ids.size() + " executives at once");
        }
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("select e from Executive e where e.id in :ids", Executive.class)
                .setParameter("ids", ids.stream().map(ExecutiveId::value).collect(toSet()))
                .getResultStream()
                .collect(toMap(Executive::id, Function.identity()));
    }

    public AccountTeam team(AccountId account) {
        Map<TeamRole, ExecutiveId> seats = entities.createQuery(
                        "select m.seat.role, m.executiveId from TeamMember m where m.seat.accountId = :account",
                        Tuple.class)
                .setParameter("account", account.value())
                .getResultStream()
                .collect(toMap(row -> row.get(0, TeamRole.class), row -> new ExecutiveId(row.get(1, UUID.class))));
        return new AccountTeam(seats.get(TeamRole.PRIMARY), seats.get(TeamRole.BACKUP));
    }

    /** Those who are active and present today, each with their load now. */
    public List<Candidate> available() {
        return all().stream().filter(Candidate::isAvailable).toList();
    }

    /**
     * Everybody, available or not, as the database knows them at this moment: columns are read, not entities, since an
     * entity that was loaded earlier in the transaction would keep its old values.
     */
    List<Candidate> all() {
        Map<ExecutiveId, Load> loads = loads();
        Map<ExecutiveId, Set<String>> skills = skills();
        Map<ExecutiveId, Optional<ExecutiveId>> absent = absentToday();
        return entities.createQuery(
                        "select e.id as executive, e.active as active, e.capacity as capacity, e.lastAssignedAt as assigned"
                                + " from Executive e",
                        Tuple.class)
                .getResultStream()
                .map(row -> new Candidate(
                        id(row),
                        row.get("active", Boolean.class),
                        !absent.containsKey(id(row)),
                        skills.getOrDefault(id(row), Set.of()),
                        row.get("capacity", Integer.class),
                        loads.getOrDefault(id(row), Load.NONE),
                        row.get("assigned", Instant.class),
                        absent.getOrDefault(id(row), Optional.empty()).orElse(null)))
                .toList();
    }

    Load load(ExecutiveId executive) {
        return loads().getOrDefault(executive, Load.NONE);
    }

    // The states are named as in the partial index, which answers this alone.
    private Map<ExecutiveId, Load> loads() {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(
                        "select executive_id as executive, state, count(*) as cases from claim_case"
                                + " where executive_id is not null and state not in ('CLOSED', 'CANCELLED')"
                                + " group by executive_id, state",
                        Tuple.class)
                .getResultList();
        Map<ExecutiveId, Load> loads = new HashMap<>();
        for (Tuple row : rows) {
            CaseState state = CaseState.valueOf(row.get("state", String.class));
            loads.merge(id(row), Load.of(state, row.get("cases", Long.class)), Load::plus);
        }
        return loads;
    }

    private Map<ExecutiveId, Set<String>> skills() {
        return entities.createQuery(
                        "select e.id as executive, s as skill from Executive e join e.skills s", Tuple.class)
                .getResultStream()
                .collect(groupingBy(Executives::id, mapping(row -> row.get("skill", String.class), toSet())));
    }

    // Of absences that overlap, the first that names a delegate counts.
    private Map<ExecutiveId, Optional<ExecutiveId>> absentToday() {
        return entities.createQuery(
                        "select a.executiveId as executive, a.delegateId as delegate from Absence a"
                                + " where a.lastDay >= :today and a.firstDay <= :today order by a.firstDay, a.id",
                        Tuple.class)
                .setParameter("today", LocalDate.ofInstant(clock.instant(), BusinessClock.SANTIAGO))
                .getResultStream()
                .collect(toMap(Executives::id, Executives::delegate, (first, later) -> first.or(() -> later)));
    }

    private static ExecutiveId id(Tuple row) {
        return new ExecutiveId(row.get("executive", UUID.class));
    }

    private static Optional<ExecutiveId> delegate(Tuple row) {
        return Optional.ofNullable(row.get("delegate", UUID.class)).map(ExecutiveId::new);
    }
}
