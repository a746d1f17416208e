package cl.buzon.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Fault;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BulkFilesTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(20);

    private AccountId account = AccountId.random();
    private UserId rosa = UserId.random();

    @BeforeEach
    void aCompanyAndNothingToDo() {
        PERSISTENCE.run(em -> {
            em.createNativeQuery("update bulk_file set finished_at = received_at")
                    .executeUpdate();
            account = new TestRows(em).account();
            rosa = new TestRows(em).user(account);
        });
    }

    @Test
    void theSameFileIsNotAddedTwice() {
        String bytes = "a".repeat(64);

        UUID first = add(bytes, "uno");
        UUID second = add(bytes, "uno");

        assertThat(found(second)).isEmpty();
        assertThat(PERSISTENCE.<UUID>call(em ->
                        new BulkFiles(em).same(account, bytes).orElseThrow().id()))
                .isEqualTo(first);
    }

    @Test
    void filesHaveTheirTurnsAndOneIsWorkedOnByOneAlone() {
        UUID first = add("b".repeat(64), "uno");
        UUID second = add("c".repeat(64), "dos");

        Optional<UUID> one = claim(NOW);
        Optional<UUID> other = claim(NOW);
        Optional<UUID> nothing = claim(NOW);

        assertThat(List.of(one.orElseThrow(), other.orElseThrow())).containsExactlyInAnyOrder(first, second);
        assertThat(nothing).isEmpty();
    }

    @Test
    void whatAStoppedNodeHadInHandIsTakenOverWhenItsLeaseHasEnded() {
        UUID file = add("d".repeat(64), "uno");
        claim(NOW);

        assertThat(claim(NOW.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(claim(NOW.plus(LEASE))).contains(file);
    }

    @Test
    void aFileWhoseSenderIsKeptOutWaitsWithThem() {
        add("e".repeat(64), "uno");
        PERSISTENCE.run(em -> em.createNativeQuery("update portal_user set disabled = true where id = ?1")
                .setParameter(1, rosa.value())
                .executeUpdate());

        assertThat(claim(NOW)).isEmpty();
    }

    @Test
    void aFileIsFinishedWhenNoRowWaits() {
        UUID file = add("f".repeat(64), "uno", "dos");

        settle(file, 2, row -> row.rejected(List.of(Fault.of("subject", "TOO_LONG", 120, 130)), NOW));
        boolean early = finished(file);
        settle(file, 3, row -> row.made(new CaseNumber("CS0001"), NOW));
        boolean late = finished(file);

        assertThat(early).isFalse();
        assertThat(late).isTrue();
        assertThat(tally(file)).isEqualTo(new BulkTally(2, 1, 0, 1));
        assertThat(rows(file, RowState.REJECTED).get(0).faults())
                .containsExactly(Fault.of("subject", "TOO_LONG", 120L, 130L));
    }

    @Test
    void aRowThatIsACaseIsKnownAgainInAnotherFileForAMonth() {
        UUID first = add("1".repeat(64), "igual");
        settle(first, 2, row -> row.made(new CaseNumber("CS0002"), NOW));
        UUID second = add("2".repeat(64), "igual");

        assertThat(madeBefore(second, NOW)).contains(new CaseNumber("CS0002"));
        assertThat(madeBefore(first, NOW)).isEmpty();
        assertThat(madeBefore(second, NOW.plus(BulkFiles.KEPT).plusSeconds(1))).isEmpty();
    }

    @Test
    void theRowsOfAnOldFileGoAndItsFiguresStay() {
        UUID file = add("3".repeat(64), "uno");
        settle(file, 2, row -> row.made(new CaseNumber("CS0003"), NOW));
        finished(file);

        at(files -> files.forgetOld(NOW.plus(BulkFiles.KEPT).plusSeconds(1), 100));

        assertThat(rows(file, RowState.MADE)).isEmpty();
        assertThat(tally(file).made()).isEqualTo(1);
    }

    private UUID add(String sha256, String... subjects) {
        UUID id = UUID.randomUUID();
        PERSISTENCE.run(em -> {
            BulkFiles files = new BulkFiles(em);
            if (files.add(id, account, rosa, "casos.csv", BulkFile.Format.CSV, sha256, subjects.length, NOW)) {
                for (int i = 0; i < subjects.length; i++) {
                    RowText text = new RowText("OTHER", "", subjects[i], "x", "", "");
                    files.add(new BulkRow(id, i + 2, text, text.fingerprint(account, 1), List.of()));
                }
            }
        });
        return id;
    }

    private static Optional<BulkFile> found(UUID file) {
        return at(files -> files.find(file));
    }

    private static Optional<UUID> claim(Instant now) {
        return at(files -> files.claim(now, LEASE));
    }

    private static BulkTally tally(UUID file) {
        return at(files -> files.tally(files.find(file).orElseThrow()));
    }

    private static List<BulkRow> rows(UUID file, RowState state) {
        return at(files -> files.rows(file, state, 0, 10));
    }

    private static void settle(UUID file, int row, Consumer<BulkRow> how) {
        PERSISTENCE.run(em -> how.accept(new BulkFiles(em).getForChange(file, row)));
    }

    private static boolean finished(UUID file) {
        PERSISTENCE.run(em -> new BulkFiles(em).finish(file, NOW));
        return at(files -> files.find(file).orElseThrow().finishedAt().isPresent());
    }

    private static Optional<CaseNumber> madeBefore(UUID file, Instant now) {
        return at(files -> files.madeBefore(files.getForChange(file, 2), now).flatMap(BulkRow::caseNumber));
    }

    private static <T> T at(Function<BulkFiles, T> question) {
        return PERSISTENCE.call(em -> question.apply(new BulkFiles(em)));
    }
}
