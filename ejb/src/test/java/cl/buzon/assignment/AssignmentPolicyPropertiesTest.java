package cl.buzon.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.ExecutiveId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What holds in every world: 1,000 random ones, or {@code -Dbuzon.worlds}, from a seed that a failure names and
 * {@code -Dbuzon.seed} brings back.
 */
class AssignmentPolicyPropertiesTest {

    private static final int WORLDS = Integer.getInteger("buzon.worlds", 1_000);
    private static final long SEED = Long.getLong("buzon.seed", System.nanoTime());
    private static final Instant NOON = Instant.parse("2026-05-04T16:00:00Z");
    private static final List<String> CATEGORIES = List.of("LOSS", "DAMAGE", "DELAY", "OTHER");
    private static final int CASES = 1_000;

    @Test
    void nobodyAbsentOrInactiveIsEverPicked() {
        inEveryWorld(
                world -> assertThat(world.picked()).allMatch(Candidate::active).allMatch(Candidate::present));
    }

    @Test
    void nobodyAFifthAboveTheirCapacityIsEverPicked() {
        inEveryWorld(world -> assertThat(world.picked()).allMatch(AssignmentPolicyPropertiesTest::isBelowLimit));
    }

    @Test
    void theOrderInWhichExecutivesAreListedIsOfNoInterest() {
        inEveryWorld(world -> assertThat(world.shuffled().decision()).isEqualTo(world.decision()));
    }

    @Test
    void aCaseWaitsOnlyWhenNobodyWhoMayTakeItHasFreeCapacity() {
        inEveryWorld(world -> {
            if (world.decision().executive().isEmpty()) {
                assertThat(world.entitled()).noneMatch(AssignmentPolicyPropertiesTest::isFree);
            }
        });
    }

    @Test
    void theReasonsEndWithWhatDecided() {
        inEveryWorld(world -> assertThat(world.lastReason() == AssignmentReason.NOBODY_FREE)
                .isEqualTo(world.decision().executive().isEmpty()));
    }

    @Test
    void equalCasesAreSharedEquallyAmongEqualExecutives() {
        Random random = new Random(SEED);
        for (int n = 1; n <= 30; n++) {
            Map<ExecutiveId, Candidate> executives = equals(n, random);

            for (int i = 0; i < CASES; i++) {
                takeOne(executives, NOON.plusSeconds(i));
            }

            List<Long> loads = executives.values().stream()
                    .map(executive -> executive.load().hundredths() / 100)
                    .toList();
            assertThat(Collections.max(loads) - Collections.min(loads))
                    .as("%d executives, seed %d", n, SEED)
                    .isLessThanOrEqualTo(1);
            assertThat(loads.stream().mapToLong(load -> load).sum()).isEqualTo(CASES);
        }
    }

    private static void inEveryWorld(Consumer<World> property) {
        Random random = new Random(SEED);
        for (int i = 0; i < WORLDS; i++) {
            World world = World.random(random);
            try {
                property.accept(world);
            } catch (AssertionError e) {
                throw new AssertionError("seed %d, world %d: %s".formatted(SEED, i, world), e);
            }
        }
    }

    private static boolean isBelowLimit(Candidate candidate) {
        return candidate.capacity() == null || candidate.load().hundredths() < 120L * candidate.capacity();
    }

    private static boolean isFree(Candidate candidate) {
        return candidate.capacity() == null || candidate.load().hundredths() < 100L * candidate.capacity();
    }

    private static Map<ExecutiveId, Candidate> equals(int n, Random random) {
        return IntStream.range(0, n)
                .mapToObj(i -> new SomeCandidate(anyId(random))
                        .knowing("LOSS")
                        .capacity(CASES + 1)
                        .now())
                .collect(Collectors.toMap(Candidate::id, candidate -> candidate));
    }

    private static void takeOne(Map<ExecutiveId, Candidate> executives, Instant at) {
        ExecutiveId chosen = AssignmentPolicy.decide(new AccountTeam(null, null), "LOSS", executives.values())
                .executive()
                .orElseThrow();
        executives.computeIfPresent(chosen, (id, before) -> new SomeCandidate(id)
                .knowing("LOSS")
                .capacity(CASES + 1)
                .hundredths(before.load().hundredths() + 100)
                .lastAssigned(at)
                .now());
    }

    private static ExecutiveId anyId(Random random) {
        return new ExecutiveId(new UUID(random.nextLong(), random.nextLong()));
    }

    /** A company, a category and up to a dozen executives, most of them busy. */
    private record World(AccountTeam team, String category, List<Candidate> executives) {

        static World random(Random random) {
            List<ExecutiveId> ids =
                    random.ints(random.nextInt(13)).mapToObj(i -> anyId(random)).toList();
            List<Candidate> executives =
                    ids.stream().map(id -> someone(id, ids, random)).toList();
            return new World(
                    new AccountTeam(orNobody(ids, random), orNobody(ids, random)), any(CATEGORIES, random), executives);
        }

        AssignmentDecision decision() {
            return AssignmentPolicy.decide(team, category, executives);
        }

        List<Candidate> picked() {
            ExecutiveId chosen = decision().assignee();
            return executives.stream().filter(one -> one.id().equals(chosen)).toList();
        }

        World shuffled() {
            List<Candidate> others = new ArrayList<>(executives);
            Collections.shuffle(others, new Random(SEED));
            return new World(team, category, others);
        }

        List<Candidate> entitled() {
            List<Candidate> present = executives.stream()
                    .filter(one -> one.active() && one.present())
                    .toList();
            List<Candidate> skilled = present.stream()
                    .filter(one -> one.skills().contains(category))
                    .toList();
            return skilled.isEmpty() ? present : skilled;
        }

        AssignmentReason lastReason() {
            List<AssignmentReason> reasons = decision().reasons();
            return reasons.get(reasons.size() - 1);
        }

        private static Candidate someone(ExecutiveId id, List<ExecutiveId> ids, Random random) {
            @Nullable Integer capacity = random.nextInt(5) == 0 ? null : 1 + random.nextInt(50);
            return new Candidate(
                    id,
                    random.nextInt(6) > 0,
                    random.nextInt(4) > 0,
                    CATEGORIES.stream().filter(code -> random.nextBoolean()).collect(Collectors.toSet()),
                    capacity,
                    new Load(random.nextInt(capacity == null ? 6_000 : 130 * capacity)),
                    random.nextBoolean() ? NOON.minusSeconds(random.nextInt(3)) : null,
                    orNobody(ids, random));
        }

        private static @Nullable ExecutiveId orNobody(List<ExecutiveId> ids, Random random) {
            return ids.isEmpty() || random.nextInt(4) == 0 ? null : any(ids, random);
        }

        private static <T> T any(List<T> list, Random random) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
