package cl.buzon.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseSort;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import cl.buzon.testing.TestPersistence;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What holds for every cursor and every walk: from a seed that a failure names and {@code -Dbuzon.seed} brings back.
 */
class CursorPropertiesTest {

    private static final long SEED = Long.getLong("buzon.seed", System.nanoTime());
    private static final int CURSORS = 10_000;
    private static final int STOLEN = 100;

    /** Each makes the next one longer by a few cases. */
    private static final int WALKS = 12;

    private static final int CASES = 120;
    private static final long YEAR_9999 = 253_402_300_799_999_999L;
    private static final Viewer ANDES = new Viewer.Company(ManyCases.ANDES);
    private static final Viewer PACIFICO = new Viewer.Company(ManyCases.PACIFICO);

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    @BeforeAll
    static void openCases() {
        PERSISTENCE.run(em -> {
            ManyCases.people(em);
            ManyCases.open(em, CASES);
        });
    }

    @Test
    void everyCursorComesBackAsItWas() {
        Random random = new Random(SEED);
        for (int i = 0; i < CURSORS; i++) {
            Cursor cursor = cursor(random);

            assertThat(Cursor.decode(cursor.encode(), order(cursor)))
                    .as("seed %d", SEED)
                    .isEqualTo(cursor);
        }
    }

    @Test
    void whatIsAcceptedIsWhatWeWouldHaveWritten() {
        Random random = new Random(SEED);
        for (int i = 0; i < CURSORS; i++) {
            Cursor cursor = cursor(random);
            String changed = changed(cursor.encode(), random);

            assertThat(decoded(changed, order(cursor)).map(Cursor::encode))
                    .as("%s, seed %d", changed, SEED)
                    .isIn(Optional.empty(), Optional.of(changed));
        }
    }

    @Test
    void noCursorLeadsIntoAnotherCompany() {
        Random random = new Random(SEED);
        Set<String> own = new HashSet<>(walk(PACIFICO, order(CaseSort.CREATED, true), random, () -> {}));
        for (int i = 0; i < STOLEN; i++) {
            CaseSort sort = sort(random);
            CaseFilter filter = order(sort, random.nextBoolean());
            String stolen = page(ANDES, filter, null, 1 + random.nextInt(50)).next();

            assertThat(own)
                    .as("seed %d", SEED)
                    .containsAll(numbers(page(PACIFICO, filter, stolen, 200)))
                    .containsAll(numbers(page(PACIFICO, filter, cursor(random, filter), 200)));
        }
    }

    @Test
    void aWalkMeetsEachCaseThatWasThereOnceHoweverManyAreOpenedMeanwhile() {
        Random random = new Random(SEED);
        for (int i = 0; i < WALKS; i++) {
            CaseFilter filter = order(random.nextBoolean() ? CaseSort.CREATED : CaseSort.AMOUNT, random.nextBoolean());
            List<String> before = walk(ANDES, filter, random, () -> {});

            List<String> met = walk(ANDES, filter, random, () -> PERSISTENCE.run(em -> open(em, random)));

            assertThat(met).as("seed %d", SEED).doesNotHaveDuplicates().containsSubsequence(before);
        }
    }

    /** One that any client could write, of this order. */
    private static String cursor(Random random, CaseFilter filter) {
        Cursor any = cursor(random);
        return new Cursor(filter.sort(), filter.descending(), any.backwards(), any.key(), any.number()).encode();
    }

    private static Cursor cursor(Random random) {
        return new Cursor(
                sort(random),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(20) == 0 ? -1 : random.nextLong(YEAR_9999 + 1),
                CaseNumber.of("CS", random.nextInt(1, 10_000_000)));
    }

    private static CaseSort sort(Random random) {
        List<CaseSort> all = List.of(CaseSort.values());
        return all.get(random.nextInt(all.size()));
    }

    /** Another character somewhere, either in what is sent or in what it stands for. */
    private static String changed(String encoded, Random random) {
        if (random.nextBoolean()) {
            return withAnother(encoded, random);
        }
        String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(withAnother(plain, random).getBytes(StandardCharsets.US_ASCII));
    }

    private static String withAnother(String text, Random random) {
        int at = random.nextInt(text.length());
        return text.substring(0, at) + (char) random.nextInt(32, 127) + text.substring(at + random.nextInt(2));
    }

    private static Optional<Cursor> decoded(String text, CaseFilter filter) {
        try {
            return Optional.of(Cursor.decode(text, filter));
        } catch (Refusal.BadCursor refused) {
            return Optional.empty();
        }
    }

    private static List<String> walk(Viewer viewer, CaseFilter filter, Random random, Runnable meanwhile) {
        List<String> met = new ArrayList<>();
        Page<CaseRow> page = page(viewer, filter, null, 1 + random.nextInt(40));
        met.addAll(numbers(page));
        while (page.next() != null) {
            meanwhile.run();
            page = page(viewer, filter, page.next(), 1 + random.nextInt(40));
            met.addAll(numbers(page));
        }
        return met;
    }

    /** A case of the large company anywhere in the order, and often at the very instant of another. */
    private static void open(EntityManager em, Random random) {
        em.createNativeQuery("""
                        insert into claim_case (id, number, account_id, reporter_id, category_code, subject, description, state,
                            state_since, compensation_state, approved_amount, shown_amount, origin, created_at, updated_at, version)
                        select gen_random_uuid(), 'CS' || lpad((1000 + count(*))::text, 7, '0'), cast(?1 as uuid),
                            cast(?2 as uuid), 'DAMAGE', 'Otra', 'Otra', 'OPEN', now(), 'NOT_REQUESTED', ?3, ?3, 'PORTAL',
                            timestamptz '2026-01-01 00:00Z' + ?3 * interval '1 minute', now(), 0
                        from claim_case""")
                .setParameter(1, ManyCases.ANDES.value())
                .setParameter(2, ManyCases.CAMILA.value())
                .setParameter(3, random.nextInt(CASES))
                .executeUpdate();
    }

    private static CaseFilter order(Cursor cursor) {
        return order(cursor.sort(), cursor.descending());
    }

    private static CaseFilter order(CaseSort sort, boolean descending) {
        return new CaseFilter(Set.of(), Set.of(), Set.of(), null, null, null, sort, descending);
    }

    private static Page<CaseRow> page(Viewer viewer, CaseFilter filter, @Nullable String cursor, int limit) {
        return PERSISTENCE.call(em -> new CaseReport(em).page(viewer, filter, cursor, limit));
    }

    private static List<String> numbers(Page<CaseRow> page) {
        return page.items().stream().map(row -> row.number().value()).toList();
    }
}
