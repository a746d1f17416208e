package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cl.buzon.accounts.PortalUsers;
import cl.buzon.bulk.BulkFiles;
import cl.buzon.cases.Categories;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BulkDeskTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC);
    private static final BulkRowText CLAIM =
            new BulkRowText("Se perdió", "RR 123456785 CL", "No llega", "Sin novedades", "$45.000", "");

    private AccountId account = AccountId.random();
    private Actor rosa = customer(UserId.random(), false);
    private Actor colleague = rosa;
    private Actor administrator = rosa;

    @BeforeEach
    void aCompany() {
        PERSISTENCE.run(em -> {
            TestRows rows = new TestRows(em);
            account = rows.account();
            rosa = customer(rows.user(account), false);
            colleague = customer(rows.user(account), false);
            administrator = customer(rows.user(account), true);
        });
    }

    @Test
    void theSameFileAgainIsTheOneOfBefore() {
        BulkReceipt first = receive(rosa, "a", CLAIM);

        BulkReceipt again = receive(rosa, "a", CLAIM);

        assertThat(again).isEqualTo(new BulkReceipt(first.file(), true));
        assertThat(receive(administrator, "a", CLAIM)).isEqualTo(again);
    }

    @Test
    void aColleaguesFileIsKnownAndNotShown() {
        BulkReceipt first = receive(rosa, "b", CLAIM);

        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> receive(colleague, "b", CLAIM))
                .satisfies(refused -> assertThat(refused.faults()).containsExactly(Fault.of("file", "BULK_COLLEAGUE")));
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> at(desk -> desk.file(colleague, first.file())));
        assertThat(latest(colleague)).isEmpty();
        assertThat(latest(administrator)).hasSize(1);
    }

    @Test
    void rowsThatMeanTheSameAreTheSameHoweverTheyAreTyped() {
        receive(rosa, "c", CLAIM);
        receive(
                rosa,
                "d",
                new BulkRowText("loss", "rr123456785cl", " No llega ", "Sin novedades", "45000", ""),
                new BulkRowText("LOSS", "RR123456785CL", "No llega", "Sin novedades", "45.000", ""),
                new BulkRowText("LOSS", "RR123456785CL", "No llega aún", "Sin novedades", "45000", ""));

        assertThat(fingerprints("c")).hasSize(1);
        assertThat(fingerprints("d")).hasSize(3).containsAll(fingerprints("c"));
    }

    @Test
    void fiveThousandRowsAreTheMost() {
        NewBulk.Row row = new NewBulk.Row(2, CLAIM, List.of());

        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> at(desk -> desk.receive(
                        rosa,
                        new NewBulk(
                                "x.csv",
                                BulkView.Format.CSV,
                                "e".repeat(64),
                                Collections.nCopies(BulkDesk.MAX_ROWS + 1, row)))));
    }

    @Test
    void everyStretchOfRowsLeadsToItsNeighbours() {
        UUID file = receive(rosa, "h", CLAIM, CLAIM, CLAIM, CLAIM, CLAIM).file();

        Page<BulkRowView> first = stretch(file, null);
        Page<BulkRowView> second = stretch(file, first.next());
        Page<BulkRowView> third = stretch(file, second.next());

        assertThat(numbers(first)).containsExactly(2, 3);
        assertThat(first.previous()).isNull();
        assertThat(numbers(third)).containsExactly(6);
        assertThat(third.next()).isNull();
        assertThat(stretch(file, third.previous())).isEqualTo(second);
        assertThat(numbers(stretch(file, second.previous()))).containsExactly(2, 3);
    }

    @Test
    void onlyCustomersSendFiles() {
        Actor operator = new Actor.Operator(UserId.random(), "Ignacio", Origin.PORTAL);

        assertThatExceptionOfType(Refusal.NotAllowed.class).isThrownBy(() -> receive(operator, "f", CLAIM));
        assertThatExceptionOfType(Refusal.NotAllowed.class).isThrownBy(() -> at(desk -> desk.latest(operator)));
    }

    private Actor customer(UserId id, boolean administrates) {
        return new Actor.Customer(id, account, "Rosa", administrates, Origin.PORTAL);
    }

    private static BulkReceipt receive(Actor actor, String letter, BulkRowText... texts) {
        List<NewBulk.Row> rows = IntStream.range(0, texts.length)
                .mapToObj(i -> new NewBulk.Row(i + 2, texts[i], List.of()))
                .toList();
        return at(desk -> desk.receive(actor, new NewBulk("casos.csv", BulkView.Format.CSV, letter.repeat(64), rows)));
    }

    private Page<BulkRowView> stretch(UUID file, @Nullable String after) {
        return at(desk -> desk.rows(rosa, file, BulkRowView.State.WAITING, after, 2));
    }

    private static List<Integer> numbers(Page<BulkRowView> of) {
        return of.items().stream().map(BulkRowView::number).toList();
    }

    private static List<BulkView> latest(Actor actor) {
        return at(desk -> desk.latest(actor));
    }

    private Set<Object> fingerprints(String letter) {
        return PERSISTENCE.call(em -> {
            UUID file = new BulkFiles(em)
                    .same(account, letter.repeat(64))
                    .orElseThrow()
                    .id();
            List<?> found = em.createNativeQuery("select fingerprint from bulk_row where file_id = ?1")
                    .setParameter(1, file)
                    .getResultList();
            return found.stream().collect(Collectors.<Object>toSet());
        });
    }

    private static <T> T at(Function<BulkDesk, T> work) {
        return PERSISTENCE.call(
                em -> work.apply(new BulkDesk(new BulkFiles(em), new Categories(em), new PortalUsers(em), NOON)));
    }
}
