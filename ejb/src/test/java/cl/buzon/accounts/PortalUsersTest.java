package cl.buzon.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.Page;
import cl.buzon.shared.Rut;
import cl.buzon.testing.TestPersistence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalUsersTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void aUserIsFoundWhateverTheCapitals() {
        AccountId account = company("Andes Sur SpA", "76.000.006-K");
        add(account, "Camila Rojas", "camila@andessur.example");

        String name = PERSISTENCE.call(em -> new PortalUsers(em)
                .findByEmail(new EmailAddress("CAMILA@andessur.EXAMPLE"))
                .orElseThrow()
                .name());

        assertThat(name).isEqualTo("Camila Rojas");
    }

    @Test
    void aListIsReadForwardsAndBackwardsWithoutGaps() {
        AccountId account = company("Namesakes Ltda", "76.000.000-0");
        IntStream.range(0, 7).forEach(i -> add(account, "Ana " + i / 3, "ana" + i + "@namesakes.example"));
        AccountId other = company("Others Ltda", "11.111.111-1");
        add(other, "Ana 1", "ana@others.example");

        List<String> forwards = new ArrayList<>();
        Page<String> page = page(account, null);
        forwards.addAll(page.items());
        while (page.next() != null) {
            page = page(account, page.next());
            forwards.addAll(page.items());
        }
        List<String> backwards = new ArrayList<>(page.items());
        while (page.previous() != null) {
            page = page(account, page.previous());
            backwards.addAll(0, page.items());
        }

        assertThat(forwards).hasSize(7).doesNotHaveDuplicates().doesNotContain("ana@others.example");
        assertThat(backwards).isEqualTo(forwards);
    }

    @Test
    void companiesAreListedByName() {
        company("Zeta SpA", "12.345.678-5");

        List<String> names = PERSISTENCE.call(em -> new Accounts(em)
                .page("", null, 200).items().stream().map(Account::name).toList());

        assertThat(names).contains("Zeta SpA").isSorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pacifico", "PACÍFICO", "Pacífico L", "13.131.313-6", "131313136"})
    void aCompanyIsFoundWhateverTheAccentsOfItsName(String words) {
        PERSISTENCE.run(em -> {
            if (new Accounts(em)
                    .findByRut(Rut.parse("13.131.313-6").orElseThrow())
                    .isEmpty()) {
                new Accounts(em)
                        .add(new Account(
                                "Pacífico Ltda", Rut.parse("13.131.313-6").orElseThrow(), NOW));
            }
        });

        List<String> names = PERSISTENCE.call(em -> new Accounts(em)
                .page(words, null, 200).items().stream().map(Account::name).toList());

        assertThat(names).containsExactly("Pacífico Ltda");
    }

    @Test
    void aUserIsFoundWhateverTheAccents() {
        AccountId account = company("Muñoz Hermanos", "14.141.414-3");
        add(account, "Ángela Muñoz", "angela@munoz.example");
        add(account, "Angel 100%", "otro@hermanos.example");

        assertThat(found(account, "angela")).containsExactly("Ángela Muñoz");
        assertThat(found(account, "MUÑOZ")).containsExactly("Ángela Muñoz");
        assertThat(found(account, "munoz.example")).containsExactly("Ángela Muñoz");
        assertThat(found(account, "%")).as("which is no more than a sign").containsExactly("Angel 100%");
    }

    private static List<String> found(AccountId account, String words) {
        return PERSISTENCE.call(em -> new PortalUsers(em)
                .page(account, words, null, ListOrder.BY_NAME, null, 50).items().stream()
                        .map(PortalUser::name)
                        .toList());
    }

    private static Page<String> page(AccountId account, @Nullable String place) {
        return PERSISTENCE.call(em -> {
            Page<PortalUser> page = new PortalUsers(em).page(account, "", null, ListOrder.BY_NAME, place, 2);
            return new Page<>(
                    page.items().stream().map(user -> user.email().value()).toList(), page.next(), page.previous());
        });
    }

    private static AccountId company(String name, String rut) {
        Account account = new Account(name, Rut.parse(rut).orElseThrow(), NOW);
        PERSISTENCE.run(em -> new Accounts(em).add(account));
        return account.id();
    }

    private static void add(AccountId account, String name, String email) {
        PERSISTENCE.run(em ->
                new PortalUsers(em).add(PortalUser.of(account, new EmailAddress(email), name, false, "hash", NOW)));
    }
}
