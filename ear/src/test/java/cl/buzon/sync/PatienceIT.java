package cl.buzon.sync;

import static cl.buzon.sync.TwoSides.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.sandbox.fault.Call;
import cl.buzon.sandbox.fault.Exchange;
import cl.buzon.sandbox.fault.Fault;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The other side asks to be left alone for a while. */
@SyncTest
class PatienceIT {

    private final TwoSides sides;
    private final Remote remote;
    private final Customers customers;

    PatienceIT(TwoSides sides) {
        this.sides = sides;
        this.remote = sides.remote();
        this.customers = sides.customers();
    }

    @AfterEach
    void allIsWell() {
        remote.allIsWell();
    }

    private static boolean opens(Call call) {
        return call.method().equals("POST") && call.path().endsWith("/table/sn_customerservice_case");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "date", "99999999999999999999"})
    @DisplayName("9: patience is had for as long as it is asked for, and for a sane while when that makes no sense")
    void patienceIsHadForAsLongAsItIsAskedFor(String asked) {
        String after = asked.equals("date") ? httpDate(Instant.now().plusSeconds(2)) : asked;
        remote.goesWrong(Fault.rateLimited(after).on(PatienceIT::opens).once());
        int refusals = remote.struckBy("429").size();
        int before = remote.calls(call -> !call.isSignIn()).size();

        String number = customers.open("Con paciencia " + asked);
        eventually(() -> assertThat(remote.struckBy("429")).hasSizeGreaterThan(refusals));
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

    private Exchange last(String fault) {
        List<Exchange> all = remote.struckBy(fault);
        return all.get(all.size() - 1);
    }
}
