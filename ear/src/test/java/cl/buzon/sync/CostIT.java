package cl.buzon.sync;

import static cl.buzon.sync.TwoSides.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.sandbox.fault.Call;
import cl.buzon.sandbox.fault.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeping in step costs in calls, which are the other side's to ration, and in time. */
@SyncTest
class CostIT {

    private static final int CLAIMS = 20;

    private final TwoSides sides;
    private final Remote remote;
    private final Customers customers;

    CostIT(TwoSides sides) {
        this.sides = sides;
        this.remote = sides.remote();
        this.customers = sides.customers();
    }

    @Test
    void aNewCaseWithTwoMessagesAndAFileCostsFiveCallsAtMost() {
        sides.reckon();
        Instant before = Instant.now();
        String number = sides.open("Lo que cuesta");
        customers.write(number, "Uno");
        customers.write(number, "Dos");
        customers.attach(number, "costo.pdf", "application/pdf", Customers.PDF);
        eventually(() -> assertThat(remote.shown(number)).hasSize(1));
        eventually(() -> assertThat(sides.records().marks()).isZero());
        awaitPolls(3);

        List<Exchange> calls = since(before).stream()
                .filter(call -> !isPoll(call) && !isLookUp(call) && !call.call().isSignIn())
                .toList();

        assertThat(calls).as(words(calls)).hasSizeLessThanOrEqualTo(2 + 2 + 1);
        sides.reckon();
    }

    @Test
    void whenNothingHappensOnlyPollsAreMadeAndThreeOfThemATick() {
        sides.reckon();
        awaitPolls(2);
        Instant before = Instant.now();
        long ticks = 5;

        awaitPolls((int) ticks);

        List<Exchange> calls = since(before).stream()
                .filter(call -> !isLookUp(call) && !call.call().isSignIn())
                .toList();
        assertThat(calls).as(words(calls)).allMatch(CostIT::isPoll);
        assertThat(calls.size()).as(words(calls)).isLessThanOrEqualTo((int) (3 * (ticks + 2)));
    }

    @Test
    void aClaimIsOnItsWayWithinASecondOfItsCommit() {
        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < CLAIMS; i++) {
            String number = customers.open("Cuán pronto " + i);
            Instant told = Instant.now();
            eventually(() -> assertThat(remote.find(number)).isPresent());
            delays.add(Duration.between(told, firstCall(number)));
        }

        List<Duration> inOrder = delays.stream().sorted().toList();
        Duration median = inOrder.get(CLAIMS / 2);
        // A busy machine delays some
        Duration quick = inOrder.get(CLAIMS / 4);
        System.out.printf(
                "a claim's first call after its commit: median %d ms, slowest %d ms%n",
                median.toMillis(), inOrder.get(CLAIMS - 1).toMillis());
        assertThat(quick).isLessThan(Duration.ofSeconds(1));
        sides.reckon();
    }

    @Test
    void aCaseWithThreeFilesIsWholeOnTheOtherSide() {
        String number = customers.open("Con tres fotos");
        for (int i = 1; i <= 3; i++) {
            customers.attach(number, "foto" + i + ".pdf", "application/pdf", Texts.pdf(1000 * i));
        }

        eventually(() ->
                assertThat(remote.shown(number)).containsExactly(Texts.pdf(1000), Texts.pdf(2000), Texts.pdf(3000)));
        sides.reckon();
    }

    private Instant firstCall(String number) {
        return remote.about(number).stream()
                .map(remote::begunAt)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private List<Exchange> since(Instant start) {
        return remote.calls(call -> true).stream()
                .filter(call -> !call.at().isBefore(start))
                .toList();
    }

    /** Waits until the other side has been asked for its news so many times more. */
    private void awaitPolls(int more) {
        long before = polls();
        eventually(() -> assertThat(polls()).isGreaterThanOrEqualTo(before + more));
    }

    private long polls() {
        return remote.calls(CostIT::asksForCases).size();
    }

    private static boolean asksForCases(Call call) {
        return call.method().equals("GET")
                && call.path().endsWith("/table/sn_customerservice_case")
                && call.query().contains("sys_updated_on>");
    }

    private static boolean isPoll(Exchange exchange) {
        return exchange.call().method().equals("GET")
                && (exchange.call().query().contains("sys_updated_on>")
                        || exchange.call().query().contains("sys_created_on>"));
    }

    /** What is asked once and remembered. */
    private static boolean isLookUp(Exchange exchange) {
        return exchange.call()
                .table()
                .filter(List.of(
                        "sys_user",
                        "customer_contact",
                        "customer_account",
                        "sys_dictionary",
                        "sys_choice",
                        "sys_user_group")::contains)
                .isPresent();
    }

    private static String words(List<Exchange> calls) {
        StringBuilder words = new StringBuilder("calls:");
        calls.forEach(one -> words.append("\n  ")
                .append(one.call().method())
                .append(' ')
                .append(one.call().path())
                .append(' ')
                .append(one.call().query()));
        return words.toString();
    }
}
