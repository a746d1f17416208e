package cl.buzon.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.NewTicket;
import cl.buzon.connector.spi.OutgoingFile;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.Watermark;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceNowTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String UUID_OF_CASE = "6f1c1e9a-0000-4000-8000-000000000001";
    private static final TicketId TICKET = new TicketId(KEY);
    private static final Correlation OURS =
            new Correlation(new CaseId(UUID.fromString(UUID_OF_CASE)), CaseNumber.of("CS", 1001));

    private final Instance instance = new Instance();
    private final ServiceNow remote = instance.connected(Map.of());

    @AfterEach
    void close() {
        instance.close();
    }

    private static String row(String state) {
        return """
                {"sys_id":"%s","number":"CS0000005","correlation_id":"%s","state":"%s","assigned_to":{"link":"x","value":"%s"},
                "assigned_to.email":"Marcela.Fuentes@buzon.example","resolution_code":"","close_notes":"",
                "u_compensation_state":"approved","u_compensation_amount":"45000","sys_mod_count":"3",
                "sys_created_by":"buzon.integration","sys_updated_by":"buzon.integration",
                "sys_updated_on":"2026-11-02 11:59:00"}""".formatted(KEY, UUID_OF_CASE, state, KEY);
    }

    private static String result(String content) {
        return "{\"result\":" + content + "}";
    }

    private static NewTicket wish() {
        return new NewTicket(
                OURS,
                "LOSS",
                "RR123456785CL",
                "Perdido [code]<b>x</b>[/code]",
                "No ha llegado",
                new NewTicket.Customer("camila@andessur.example", "Camila", "Andes Sur"),
                TicketFields.none().with(TicketField.STATE, "NEW"));
    }

    @Test
    void aRowIsReadInOurWords() {
        instance.then(200, result(row("10")));

        Ticket ticket = remote.read(TICKET);

        assertThat(ticket.id()).isEqualTo(TICKET);
        assertThat(ticket.ours()).isEqualTo(OURS.id());
        assertThat(ticket.stamp().revision()).isEqualTo(3);
        assertThat(ticket.fields().values())
                .containsEntry(TicketField.STATE, "OPEN")
                .containsEntry(TicketField.EXECUTIVE, "marcela.fuentes@buzon.example")
                .containsEntry(TicketField.COMPENSATION_STATE, "APPROVED")
                .containsEntry(TicketField.COMPENSATION_AMOUNT, "45000");
        Instance.Asked asked = instance.asked.get(0);
        assertThat(asked.path()).isEqualTo("/api/now/v2/table/sn_customerservice_case/" + KEY);
        assertThat(asked.headers()).containsEntry("Authorization", "Basic YnV6b24uaW50ZWdyYXRpb246c2VjcmV0");
        assertThat(asked.headers()).doesNotContainKey("Cookie");
    }

    @Test
    void whatIsHiddenIsUnknownAndWhatHasNoWordOfOursIsKept() {
        instance.then(200, result("{\"sys_id\":\"" + KEY + "\",\"state\":\"99\",\"sys_updated_on\":\"\"}"));

        TicketFields fields = remote.read(TICKET).fields();

        assertThat(fields.values()).containsOnlyKeys(TicketField.STATE);
        assertThat(fields.get(TicketField.STATE)).hasValue(TicketFields.unmapped("99"));
    }

    @Test
    void aCaseIsLookedForByItsIdAndWhatComesBackIsCompared() {
        instance.then(200, result("[" + row("1").replace(UUID_OF_CASE, "another") + "]"));

        assertThat(remote.find(OURS)).isEmpty();
        assertThat(instance.asked.get(0).parameter("sysparm_query")).isEqualTo("correlation_id=" + UUID_OF_CASE);
    }

    @Test
    void twoRecordsOfOneCaseAreForAPerson() {
        instance.then(200, result("[" + row("1") + "," + row("1") + "]"));

        assertThatExceptionOfType(RemoteFailure.Refused.class).isThrownBy(() -> remote.find(OURS));
    }

    @Test
    void aNewCaseIsOneRowWithoutMarkup() {
        instance.then(200, result("[]")).then(200, result("[]")).then(201, result(row("1")));

        remote.create(wish());

        Instance.Asked asked = instance.asked.get(2);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.body())
                .contains("\"correlation_id\":\"" + UUID_OF_CASE + "\"")
                .contains("\"correlation_display\":\"CS0001001\"")
                .contains("\"u_category\":\"LOSS\"")
                .contains("\"u_tracking_number\":\"RR123456785CL\"")
                .contains("\"state\":\"1\"")
                .contains("Perdido [ code]<b>x</b>[/ code]")
                .doesNotContain("[code]");
    }

    @Test
    void peopleAreAskedForOnce() {
        instance.then(200, result("[]"))
                .then(200, result("[]"))
                .then(201, result(row("1")))
                .then(201, result(row("1")));

        remote.create(wish());
        remote.create(wish());

        assertThat(instance.asked).hasSize(4);
    }

    @Test
    void aCommentIsAppendedAndTheRowComesBack() {
        instance.then(200, result(row("10")));

        Ticket told = remote.say(TICKET, remote.comments("Camila", "Hola").get(0));

        assertThat(told.fields().get(TicketField.STATE)).hasValue("OPEN");
        assertThat(instance.asked.get(0).method()).isEqualTo("PATCH");
        assertThat(instance.asked.get(0).body()).isEqualTo("{\"comments\":\"Camila (portal): Hola\"}");
    }

    @Test
    void aSolutionIsGivenOnlyWhereOneIsDemanded() {
        instance.then(403, """
                        {"error":{"message":"Operation Failed",
                        "detail":"Data Policy Exception: The following fields are mandatory: Resolution code"},"status":"failure"}""").then(200, result(row("3")));

        remote.update(TICKET, TicketFields.none().with(TicketField.STATE, "CLOSED"));

        assertThat(instance.asked.get(0).body()).isEqualTo("{\"state\":\"3\"}");
        assertThat(instance.asked.get(1).body()).contains("Solved by customer").contains("Closed by customer");
    }

    @ParameterizedTest
    @CsvSource({
        "202, application/json, '', Unreachable, OutcomeUnknown",
        "200, text/html, <title>Instance Hibernating page</title>, Unreachable, OutcomeUnknown",
        "302, text/html, '', Unreachable, OutcomeUnknown",
        "200, application/json, '{\"result\":{\"sys_id', Unreachable, OutcomeUnknown",
        "200, application/json, '{\"result\":[],\"error\":{\"message\":\"m\"}}', Unreachable, OutcomeUnknown",
        "200, application/json, '{\"result\":\"text\"}', Unreachable, OutcomeUnknown",
        "200, application/json, '[1]', Unreachable, OutcomeUnknown",
        "500, application/json, '{}', Unreachable, OutcomeUnknown",
        "503, text/html, '<h1>', Unreachable, OutcomeUnknown",
        "401, application/json, '{}', Unauthorized, Unauthorized",
        "429, application/json, '{}', Throttled, Throttled",
        "404, application/json, '{}', Gone, Gone",
        "400, application/json, '{}', Refused, Refused",
        "403, application/json, '{\"error\":{\"message\":\"Operation Failed\",\"detail\":\"ACL\"}}', Refused, Refused",
        "403, application/json, '{\"error\":{\"detail\":\"Failed API level ACL Validation\"}}', Unreachable, Unreachable"
    })
    void failuresAreTypedByWhatIsToBeDoneNext(int status, String type, String body, String read, String written) {
        Map<String, String> headers = Map.of("Content-Type", type);
        instance.then(status, headers, body).then(status, headers, body);

        assertThat(catchThrowableOfType(RemoteFailure.class, () -> remote.read(TICKET))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(read);
        assertThat(catchThrowableOfType(RemoteFailure.class, () -> remote.say(TICKET, "x"))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(written);
        assertThat(instance.asked).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30|30",
                "Mon, 02 Nov 2026 12:00:20 GMT|20",
                "''|-1",
                "tomorrow|-1",
                "999999999|999999999",
            })
    void theOtherSideSaysHowLongToWaitInSecondsOrUntilWhen(String header, long seconds) {
        instance.then(429, Map.of("Content-Type", "application/json", "Retry-After", header), "{}");

        RemoteFailure.Throttled throttled =
                catchThrowableOfType(RemoteFailure.Throttled.class, () -> remote.read(TICKET));

        assertThat(throttled.after().map(Duration::toSeconds).orElse(-1L)).isEqualTo(seconds);
    }

    @Test
    void aRefusalShowsWhatWasAskedAndAnsweredWithoutSecrets() {
        instance.then(400, "{\"error\":{\"message\":\"Invalid table u_x\",\"detail\":null},\"status\":\"failure\"}");

        RemoteFailure.Refused refused =
                catchThrowableOfType(RemoteFailure.Refused.class, () -> remote.say(TICKET, "Hola"));

        assertThat(refused).hasMessage("Invalid table u_x");
        assertThat(refused.request()).contains("PATCH").contains("Hola").doesNotContain("secret");
        assertThat(refused.answer()).startsWith("400 ");
    }

    @Test
    void aServerThatSpeaksTooSlowlyIsLeft() {
        instance.thenSlowly(Duration.ofMillis(20)).thenSlowly(Duration.ofMillis(20));

        assertThatExceptionOfType(RemoteFailure.Unreachable.class).isThrownBy(() -> remote.read(TICKET));
        assertThatExceptionOfType(RemoteFailure.OutcomeUnknown.class).isThrownBy(() -> remote.say(TICKET, "x"));
    }

    @Test
    void whoHangsUpMayHaveDoneIt() {
        instance.thenNothing().thenNothing();

        assertThatExceptionOfType(RemoteFailure.Unreachable.class).isThrownBy(() -> remote.read(TICKET));
        RemoteFailure.OutcomeUnknown unknown =
                catchThrowableOfType(RemoteFailure.OutcomeUnknown.class, () -> remote.say(TICKET, "x"));
        assertThat(unknown.mayStillRun()).isTrue();
    }

    @Test
    void whoDoesNotListenHasDoneNothing() {
        instance.close();

        assertThatExceptionOfType(RemoteFailure.Unreachable.class).isThrownBy(() -> remote.say(TICKET, "x"));
    }

    @Test
    void aTokenIsFetchedOnceAndAgainWhenItIsNoLongerKnown() {
        ServiceNow client = instance.connected(
                Map.of("buzon.servicenow.oauth.client-id", "id", "buzon.servicenow.oauth.client-secret", "s"));
        instance.then(200, "{\"access_token\":\"one\",\"expires_in\":1799}")
                .then(200, result(row("1")))
                .then(200, result(row("1")))
                .then(401, "{}")
                .then(200, "{\"access_token\":\"two\",\"expires_in\":1799}")
                .then(200, result(row("1")));

        client.read(TICKET);
        client.read(TICKET);
        client.read(TICKET);

        assertThat(instance.asked.stream().map(one -> one.headers().getOrDefault("Authorization", "-")))
                .containsExactly("-", "Bearer one", "Bearer one", "Bearer one", "-", "Bearer two");
        assertThat(instance.asked.get(0).body()).contains("grant_type=password").contains("client_id=id");
    }

    @Test
    void aFileGoesThereAndBack() throws Exception {
        byte[] bytes = "contenido".getBytes(StandardCharsets.UTF_8);
        instance.then(201, result("""
                        {"sys_id":"%s","table_name":"sn_customerservice_case","table_sys_id":"%s","file_name":"a b.txt",
                        "size_bytes":"9","sys_created_by":"buzon.integration","sys_created_on":"2026-11-02 12:00:00"}""".formatted(KEY, KEY)))
                .then(200, Map.of("Content-Type", "application/octet-stream"), "contenido");

        RemoteFile stored = remote.attach(
                TICKET, new OutgoingFile("a b.txt", "text/plain", 9, () -> new ByteArrayInputStream(bytes)));

        assertThat(stored.author().us()).isTrue();
        assertThat(instance.asked.get(0).parameter("file_name")).isEqualTo("a b.txt");
        assertThat(instance.asked.get(0).address().getRawQuery()).contains("a%20b.txt");
        assertThat(instance.asked.get(0).headers()).containsEntry("Content-length", "9");
        assertThat(instance.asked.get(0).body()).isEqualTo("contenido");
        assertThat(remote.open(stored).readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void aPollIsThreeCallsAndWorkNotesDoNotPass() {
        String journal = """
                [{"sys_id":"%1$s","element_id":"%1$s","element":"comments","value":"<p>Falta la <b>foto</b></p>",
                "sys_created_by":"ana","sys_created_on":"2026-11-02 11:59:30"},
                {"sys_id":"%1$s","element_id":"%1$s","element":"work_notes","value":"Secreto",
                "sys_created_by":"ana","sys_created_on":"2026-11-02 11:59:31"}]""".formatted(KEY);
        instance.then(200, result("[" + row("10") + "]"))
                .then(200, result(journal))
                .then(200, result("[]"))
                .then(200, result("[{\"user_name\":\"ana\",\"name\":\"Ana Rojas\",\"email\":\"Ana@buzon.example\"}]"))
                .then(200, result("[]"))
                .then(200, result(journal))
                .then(200, result("[]"));

        Changes first = remote.changes(Watermark.START);
        Changes second = remote.changes(first.next());

        assertThat(first.tickets()).hasSize(1);
        assertThat(first.messages()).extracting(RemoteMessage::text).containsExactly("Falta la foto");
        assertThat(first.messages().get(0).author().name()).isEqualTo("Ana Rojas");
        assertThat(first.messages().get(0).author().email()).isEqualTo("ana@buzon.example");
        assertThat(first.more()).isFalse();
        assertThat(second.messages()).hasSize(1);
        assertThat(instance.asked).hasSize(7);
        assertThat(instance.asked.get(1).parameter("sysparm_query")).startsWith("element=comments^");
        assertThat(instance.asked.get(4).parameter("sysparm_query"))
                .as("two minutes of overlap")
                .contains("sys_updated_on>=2026-11-02 11:57:00");
    }

    @Test
    void whoComparesEverythingBeginsAtTheBeginning() {
        instance.then(200, result("[]")).then(200, result("[]")).then(200, result("[]"));

        remote.changes(Watermark.BEGINNING);

        assertThat(instance.asked.get(0).parameter("sysparm_query")).contains("sys_updated_on>=1970-01-01 00:00:00");
    }

    @Test
    void aSecondWithMoreRowsThanAPageIsReadToItsEnd() {
        String page = IntStream.range(0, 100)
                .mapToObj(i -> row("10").replaceFirst(KEY, "%032x".formatted(i)))
                .collect(Collectors.joining(",", "[", "]"));
        instance.then(200, result(page)).then(200, result("[]")).then(200, result("[]"));
        instance.then(200, result("[]")).then(200, result("[]")).then(200, result("[]"));

        Changes first = remote.changes(Watermark.START);
        Changes second = remote.changes(first.next());

        assertThat(first.more()).isTrue();
        assertThat(second.more()).isFalse();
        assertThat(instance.asked.get(3).parameter("sysparm_query"))
                .isEqualTo("correlation_idISNOTEMPTY^sys_updated_on=2026-11-02 11:59:00^sys_id>%032x".formatted(99)
                        + "^NQcorrelation_idISNOTEMPTY^sys_updated_on>2026-11-02 11:59:00"
                        + "^ORDERBYsys_updated_on^ORDERBYsys_id");
    }

    @Test
    void whatAClientWithoutAUserHasMadeTellsWhoWeAre() {
        ServiceNow client =
                instance.connected(Map.of("buzon.servicenow.oauth.client-id", "id", "buzon.servicenow.username", ""));
        instance.then(200, "{\"access_token\":\"one\",\"expires_in\":1799}")
                .then(200, result("[{\"sys_created_by\":\"svc.buzon\"}]"))
                .then(200, result("[]"))
                .then(
                        200,
                        result("[{\"sys_id\":\"" + KEY + "\",\"element_id\":\"" + KEY
                                + "\",\"element\":\"comments\",\"value\":\"a <b>\",\"sys_created_by\":\"svc.buzon\","
                                + "\"sys_created_on\":\"2026-11-02 11:00:00\"}]"))
                .then(200, result("[]"))
                .then(200, result("[]"));

        List<RemoteMessage> messages = client.changes(Watermark.START).messages();

        assertThat(messages.get(0).author().us()).isTrue();
        assertThat(messages.get(0).text())
                .as("our own words come back as they were")
                .isEqualTo("a <b>");
    }
}
