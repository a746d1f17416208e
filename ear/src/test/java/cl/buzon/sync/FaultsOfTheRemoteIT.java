package cl.buzon.sync;

import static cl.buzon.sync.TwoSides.eventually;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cl.buzon.sandbox.fault.Call;
import cl.buzon.sandbox.fault.Effect;
import cl.buzon.sandbox.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The other side answers badly, late or not at all; the numbers are those of the catalogue of faults. */
@SyncTest
class FaultsOfTheRemoteIT {

    private final TwoSides sides;
    private final Remote remote;
    private final Customers customers;

    FaultsOfTheRemoteIT(TwoSides sides) {
        this.sides = sides;
        this.remote = sides.remote();
        this.customers = sides.customers();
    }

    private static boolean opens(Call call) {
        return call.method().equals("POST") && call.path().endsWith("/table/sn_customerservice_case");
    }

    private static boolean changes(Call call) {
        return call.method().equals("PATCH");
    }

    private static boolean attaches(Call call) {
        return call.method().equals("POST") && call.isAttachment();
    }

    @BeforeEach
    @AfterEach
    void allIsWell() {
        remote.allIsWell();
    }

    @Test
    @DisplayName("7: what was done although nobody heard so is not done twice")
    void whatWasDoneThoughNobodyHeardSoIsNotDoneTwice() {
        remote.goesWrong(Fault.writeLost().on(FaultsOfTheRemoteIT::opens).once());
        remote.goesWrong(Fault.writeLost().on(FaultsOfTheRemoteIT::changes).once());
        remote.goesWrong(Fault.writeLost().on(FaultsOfTheRemoteIT::attaches).once());
        remote.goesWrong(Fault.slow(Duration.ofSeconds(12))
                .on(FaultsOfTheRemoteIT::opens)
                .once());

        String cut = customers.open("Cortado tras crear");
        customers.write(cut, "Cortado tras escribir");
        customers.attach(cut, "cortado.pdf", "application/pdf", Customers.PDF);
        String late = customers.open("Creado sin respuesta a tiempo");
        customers.write(late, "Tras la tardanza");

        eventually(() -> assertThat(remote.shown(cut)).containsExactly(Customers.PDF));
        eventually(() -> assertThat(remote.said(late)).containsExactly("Camila Rojas (portal): Tras la tardanza"));
        customers.act(late, "close");
        remote.goesWrong(Fault.writeLost().on(FaultsOfTheRemoteIT::changes).once());
        customers.act(cut, "close");
        eventually(() -> assertThat(remote.row(cut).get("state")).isEqualTo("3"));
        sides.reckon();
    }

    @Test
    @DisplayName("10: bursts of 500, 502, 503 and 504 are outlived, and flapping too")
    void burstsOfErrorsAreOutlived() {
        for (int status : List.of(500, 502, 503, 504)) {
            remote.goesWrong(Fault.gateway(status).times(3));
        }
        remote.goesWrong(Fault.gateway(503).on(Call::isWrite).times(4).flapping(1));
        remote.goesWrong(
                Fault.gateway(502).on(Call::isWrite).afterWork().times(2).flapping(2));

        List<String> numbers = IntStream.range(0, 5)
                .mapToObj(i -> customers.open("En la tormenta " + i))
                .toList();
        numbers.forEach(number -> customers.write(number, "Palabra de " + number));

        numbers.forEach(
                number -> eventually(() -> assertThat(remote.said(number)).hasSize(1)));
        numbers.forEach(number -> assertThat(sides.records().healthOf(number)).startsWith("HEALTHY"));
        sides.reckon();
    }

    @Test
    @DisplayName("11: pages for people in place of answers park nothing")
    void pagesInPlaceOfAnswersParkNothing() {
        remote.goesWrong(Fault.hibernating().times(8));
        remote.goesWrong(Fault.loginRedirect().times(3));
        remote.goesWrong(Fault.maintenance().times(3));

        String number = customers.open("Instancia dormida");

        eventually(() -> assertThat(remote.find(number)).isPresent());
        assertThat(sides.records().healthOf(number)).startsWith("HEALTHY");
        sides.reckon();
    }

    @Test
    @DisplayName("12: answers that break off, are no JSON, are huge or deep are no answers")
    void answersThatAreNoneAreNotTaken() {
        remote.goesWrong(Fault.truncated(25).times(3));
        remote.goesWrong(Fault.broken(25).times(2));
        remote.goesWrong(Fault.of("deep", new Effect.Deep(20_000)).afterWork().times(2));
        remote.goesWrong(
                Fault.of("huge", new Effect.Huge(40L << 20)).afterWork().times(2));
        remote.goesWrong(Fault.errorBehindResult().times(2));
        remote.goesWrong(Fault.of("text", new Effect.ResultAsText()).afterWork().times(2));

        String number = customers.open("Respuestas rotas");
        customers.write(number, "Dicho entre respuestas rotas");

        eventually(() -> assertThat(remote.said(number)).hasSize(1));
        sides.reckon();
    }

    @Test
    @DisplayName("13: an answer of one byte a second ends at the deadline, and other cases go on")
    void anEndlessAnswerDelaysNoOtherCase() {
        String slow = sides.open("Gota a gota");
        String id = remote.id(slow);
        remote.goesWrong(
                Fault.drip(Duration.ofSeconds(1)).on(call -> call.path().contains(id)));
        customers.write(slow, "Esto tarda");
        eventually(() -> assertThat(remote.struckBy("drip")).isNotEmpty());

        List<String> others = IntStream.range(0, 3)
                .mapToObj(i -> customers.open("Mientras gotea " + i))
                .toList();

        await().atMost(60, SECONDS)
                .untilAsserted(() ->
                        others.forEach(number -> assertThat(remote.find(number)).isPresent()));
        eventually(() -> assertThat(sides.records().attempts(slow)).isPositive());
        sides.reckon();
    }

    @Test
    @DisplayName("14: connections that are refused, reset, cut or silent cost nothing but time")
    void brokenConnectionsCostNothingButTime() {
        String number = sides.open("Línea mala");
        remote.wire().refuse();
        customers.write(number, "Uno");
        eventually(() -> assertThat(sides.records().attempts(number)).isPositive());
        remote.wire().mend();
        eventually(() -> assertThat(remote.said(number)).hasSize(1));

        remote.wire().cutAfter(40);
        customers.write(number, "Dos");
        eventually(() -> assertThat(remote.said(number)).hasSize(2));
        remote.wire().mend();

        remote.wire().jam();
        customers.write(number, "Tres");
        eventually(() -> assertThat(sides.records().marks()).isPositive());
        remote.wire().reset();
        remote.wire().mend();

        eventually(() -> assertThat(remote.said(number)).hasSize(3));
        sides.reckon();
    }

    @Test
    @DisplayName("21: a clock of theirs that is wrong loses and repeats nothing")
    void aClockThatIsWrongLosesNothing() {
        String number = sides.open("Relojes");
        remote.instance().clock().skew(Duration.ofHours(1));
        try {
            remote.marcela().comment(remote.id(number), "Una hora adelantada");
            customers.write(number, "A la hora");
            eventually(() -> assertThat(customers.heard(number)).contains("Una hora adelantada"));
            eventually(() -> assertThat(remote.said(number)).hasSize(2));
        } finally {
            remote.instance().clock().skew(Duration.ZERO);
        }
    }
}
