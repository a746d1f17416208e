package cl.buzon.sync;

import static cl.buzon.sync.TwoSides.eventually;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cl.buzon.sandbox.fault.Call;
import cl.buzon.sandbox.fault.Effect;
import cl.buzon.sandbox.fault.Exchange;
import cl.buzon.sandbox.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        remote.goesWrong(
                Fault.slow(Duration.ofSeconds(6)).on(FaultsOfTheRemoteIT::opens).once());

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

    @ParameterizedTest
    @ValueSource(strings = {"2", "date", "", "-7", "mañana", "99999999999999999999"})
    @DisplayName("9: patience is had for as long as it is asked for, and for a sane while when that makes no sense")
    void patienceIsHadForAsLongAsItIsAskedFor(String asked) {
        String after = asked.equals("date") ? httpDate(Instant.now().plusSeconds(2)) : asked;
        remote.goesWrong(Fault.rateLimited(after).on(FaultsOfTheRemoteIT::opens).once());
        int before = remote.calls(call -> !call.isSignIn()).size();

        String number = customers.open("Con paciencia " + asked);
        eventually(() -> assertThat(strucks("429")).isNotEmpty());
        Instant refused = last("429").at();
        List<Exchange> during = remote.calls(call -> !call.isSignIn()).stream()
                .filter(call -> call.at().isAfter(refused) && call.at().isBefore(refused.plusSeconds(1)))
                .toList();

        assertThat(during).as("calls within a second of being told to wait").hasSizeLessThan(4);
        eventually(() -> assertThat(remote.find(number)).isPresent());
        assertThat(remote.calls(call -> !call.isSignIn()).size()).isGreaterThan(before);
        sides.reckon();
    }

    private static String httpDate(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    private List<Exchange> strucks(String fault) {
        return remote.calls(call -> true).stream()
                .filter(exchange -> exchange.fault().equals(fault))
                .toList();
    }

    private Exchange last(String fault) {
        List<Exchange> all = strucks(fault);
        return all.get(all.size() - 1);
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
        remote.goesWrong(Fault.of("deep", new Effect.Deep(20_000)).times(2));
        remote.goesWrong(Fault.of("huge", new Effect.Huge(40L << 20)).times(2));
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
        eventually(() -> assertThat(strucks("drip")).isNotEmpty());

        List<String> others = IntStream.range(0, 3)
                .mapToObj(i -> customers.open("Mientras gotea " + i))
                .toList();

        await().atMost(20, SECONDS)
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
    @DisplayName("19: what we have written does not come back as news")
    void whatWeHaveWrittenDoesNotComeBack() {
        String number = sides.open("Eco");
        customers.write(number, "¿Hay alguien?");
        customers.attach(number, "eco.pdf", "application/pdf", Customers.PDF);
        eventually(() -> assertThat(remote.shown(number)).hasSize(1));

        remote.marcela().comment(remote.id(number), "¿Hay alguien?");

        eventually(() -> assertThat(customers.heard(number)).containsExactly("¿Hay alguien?", "¿Hay alguien?"));
        sides.reckon();
        assertThat(remote.said(number)).containsExactly("Camila Rojas (portal): ¿Hay alguien?", "¿Hay alguien?");
        assertThat(customers.files(number)).hasSize(1);
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

    @Test
    @DisplayName("29: a record that is deleted there is told to staff, and the customer keeps his case")
    void aDeletedRecordIsToldToStaff() {
        String number = sides.open("Borrado allá");
        remote.marcela().delete(remote.id(number));

        customers.write(number, "¿Siguen ahí?");

        eventually(() -> assertThat(sides.records().healthOf(number)).startsWith("GONE"));
        assertThat(sides.records().disagreementsOn(number)).anyMatch(words -> words.startsWith("TICKET|" + number));
        assertThat(customers.aCase(number).get("state").asString()).isEqualTo("NEW");
        assertThat(customers.heard(number)).containsExactly("¿Siguen ahí?");
        assertThat(remote.records(number)).isZero();
        sides.reckon();
    }

    @Test
    @DisplayName("27: what we do not know is kept for staff, and what is too long there is cut visibly")
    void whatWeDoNotKnowIsKeptForStaff() {
        String unknown = sides.open("Estado desconocido");
        remote.instance().changeByScript(remote.id(unknown), Map.of("state", "99"));
        remote.marcela().comment(remote.id(unknown), "Con estado propio");
        remote.instance().switches().hiddenFields.add("sn_customerservice_case.u_compensation_amount");
        remote.instance().switches().lengths.put("sn_customerservice_case.short_description", 40);
        String longSubject = "Un asunto que no cabe entero en cuarenta letras, ni con buena voluntad";
        try {
            String number = customers.open(longSubject);
            eventually(() -> assertThat(customers.heard(unknown)).containsExactly("Con estado propio"));

            eventually(() -> assertThat(sides.records().disagreementsOn(unknown))
                    .anyMatch(words -> words.startsWith("STATE|") && words.contains("99")));
            assertThat(customers.aCase(unknown).get("state").asString()).isEqualTo("NEW");
            eventually(() -> assertThat(remote.find(number)).isPresent());
            eventually(() -> assertThat(remote.row(number).get("short_description") + remote.said(number))
                    .contains(longSubject));
        } finally {
            remote.instance().switches().hiddenFields.clear();
            remote.instance().switches().lengths.clear();
        }
    }
}
