package cl.buzon.assignment;

import cl.buzon.shared.ExecutiveId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The one rule by which a case finds its executive. Same input, same pick, in whatever order the executives are listed.
 *
 * <ol>
 *   <li>The account's primary executive, if available and below 1.2 times their capacity. If they are absent, their
 *       delegate; if that is nobody, or the primary has too much to do, the account's backup. Delegate and backup must be
 *       available and below 1.2 times their own capacity as well; nobody stands in for them in turn.
 *   <li>Else, of those available, who know the category; if none of them does, all of them.
 *   <li>Of these, who have free capacity: the {@linkplain Candidate#LEAST_BUSY least busy}.
 *   <li>Else nobody.
 * </ol>
 */
final class AssignmentPolicy {

    private final AccountTeam team;
    private final String category;
    private final Collection<Candidate> executives;
    private final List<AssignmentReason> reasons = new ArrayList<>();

    private AssignmentPolicy(AccountTeam team, String category, Collection<Candidate> executives) {
        this.team = team;
        this.category = category;
        this.executives = executives;
    }

    /** Decides for a new case of the team's account; {@code executives} are all there are, available or not. */
    static AssignmentDecision decide(AccountTeam team, String category, Collection<Candidate> executives) {
        return new AssignmentPolicy(team, category, executives).decide();
    }

    private AssignmentDecision decide() {
        return primary()
                .or(this::backup)
                .or(this::leastBusy)
                .map(chosen -> new AssignmentDecision(chosen.id(), reasons, chosen.load()))
                .orElseGet(() -> AssignmentDecision.nobody(reasons));
    }

    private Optional<Candidate> primary() {
        return find(team.primary())
                .flatMap(primary -> primary.isAvailable() ? stretched(primary) : delegateOf(primary));
    }

    private Optional<Candidate> stretched(Candidate primary) {
        reasons.add(primary.canStretch() ? AssignmentReason.PRIMARY : AssignmentReason.PRIMARY_FULL);
        return Optional.of(primary).filter(Candidate::canStretch);
    }

    private Optional<Candidate> delegateOf(Candidate primary) {
        reasons.add(AssignmentReason.PRIMARY_ABSENT);
        return standIn(primary.delegate(), AssignmentReason.DELEGATE);
    }

    private Optional<Candidate> backup() {
        return standIn(team.backup(), AssignmentReason.BACKUP);
    }

    private Optional<Candidate> standIn(@Nullable ExecutiveId id, AssignmentReason as) {
        Optional<Candidate> standIn = find(id).filter(Candidate::canStretch);
        standIn.ifPresent(found -> reasons.add(as));
        return standIn;
    }

    private Optional<Candidate> leastBusy() {
        Optional<Candidate> leastBusy =
                eligible().stream().filter(Candidate::hasFreeCapacity).min(Candidate.LEAST_BUSY);
        reasons.add(leastBusy.isPresent() ? AssignmentReason.LEAST_LOAD : AssignmentReason.NOBODY_FREE);
        return leastBusy;
    }

    private List<Candidate> eligible() {
        List<Candidate> skilled = available(candidate -> candidate.knows(category));
        reasons.add(skilled.isEmpty() ? AssignmentReason.SKILL_RELAXED : AssignmentReason.SKILL);
        return skilled.isEmpty() ? available(candidate -> true) : skilled;
    }

    private List<Candidate> available(Predicate<Candidate> wanted) {
        return executives.stream().filter(Candidate::isAvailable).filter(wanted).toList();
    }

    private Optional<Candidate> find(@Nullable ExecutiveId id) {
        return executives.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findAny();
    }
}
