package cl.buzon.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.doctor.Doctor;
import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.Finding;
import cl.buzon.connector.spi.Needs;
import cl.buzon.shared.CompensationState;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ExaminationTest {

    private static final String TABLES = "/api/now/v2/table/";

    private static final Needs NEEDS =
            new Needs(Set.of("LOSS", "DAMAGE"), Set.of(), 15L * 1024 * 1024, Set.of("pdf", "jpg"));

    @AutoClose
    private final ScriptedInstance instance = new ScriptedInstance();

    private final ServiceNow serviceNow = Connected.to(instance.url(), new MovableClock());

    private void healthy() {
        String columns = ",\"correlation_display\":\"\",\"short_description\":\"\",\"description\":\"\","
                + "\"contact_type\":\"web\",\"u_category\":\"\",\"u_tracking_number\":\"\",\"comments\":\"\"";
        instance.on(
                "GET",
                ScriptedInstance.CASES,
                Reply.json(200, Connected.result("[" + Connected.row(columns) + "]"))
                        .with("Date", "Tue, 03 Feb 2026 14:00:03 GMT"));
        instance.on("GET", TABLES + "sys_user", Reply.json(200, Connected.result("[{\"time_zone\":\"GMT\"}]")));
        instance.on(
                "GET",
                TABLES + "sys_dictionary",
                Reply.json(
                        200,
                        Connected.result(
                                "[{\"name\":\"task\",\"element\":\"short_description\",\"max_length\":\"160\"}]")));
        instance.on("GET", TABLES + "sys_journal_field", Reply.json(200, Connected.result("[{\"sys_id\":\"1\"}]")));
        instance.on("GET", "/api/now/attachment", Reply.json(200, Connected.result("[]")));
        instance.on("GET", TABLES + "sys_choice", asked -> {
            String query = asked.query();
            String rows = query.contains("element=state")
                    ? choices("state", "1", "10", "18", "6", "3", "7")
                    : query.contains("element=u_category")
                            ? choices("u_category", "LOSS", "DAMAGE")
                            : query.contains("element=u_compensation_state")
                                    ? choices(
                                            "u_compensation_state",
                                            Stream.of(CompensationState.values())
                                                    .map(state -> state.name().toLowerCase(Locale.ROOT))
                                                    .toArray(String[]::new))
                                    : choices("state", "1");
            return Reply.json(200, Connected.result(rows));
        });
        instance.on(
                "GET",
                TABLES + "sys_properties",
                Reply.json(200, Connected.result("[{\"name\":\"com.glide.attachment.max_size\",\"value\":\"1024\"}]")));
    }

    private static String choices(String column, String... values) {
        return Stream.of(values)
                .map(value -> "{\"element\":\"" + column + "\",\"value\":\"" + value + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Each line of the findings about one thing. */
    private List<String> lines(String check) {
        return serviceNow.examine(NEEDS).stream()
                .filter(finding -> finding.check().equals(check))
                .map(finding -> finding.result() + " " + String.join(" ", finding.arguments()))
                .toList();
    }

    private Map<String, String> found() {
        List<Finding> findings = serviceNow.examine(NEEDS);
        for (Locale language : List.of(Locale.forLanguageTag("es"), Locale.ENGLISH)) {
            for (Finding finding : findings) {
                Doctor.Saying saying = Doctor.saying(finding, language);
                assertThat(saying.words()).isNotBlank().doesNotContain("{");
                boolean wrong =
                        finding.outcome() == Finding.Outcome.BAD || finding.outcome() == Finding.Outcome.WARNING;
                assertThat(!saying.remedy().isBlank() || !wrong).isTrue();
                assertThat(saying.remedy()).doesNotContain("{");
            }
        }
        return findings.stream()
                .collect(Collectors.toMap(Finding::check, Finding::result, (one, other) -> one + " " + other));
    }

    @Test
    void aHealthyInstanceHasNothingWrong() {
        healthy();

        assertThat(found())
                .containsOnlyKeys(
                        "address",
                        "tls",
                        "clock",
                        "sign-in",
                        "zone",
                        "cases",
                        "writing",
                        "journal",
                        "attachments",
                        "attaching",
                        "users",
                        "contacts",
                        "choices",
                        "dictionary",
                        "column",
                        "state",
                        "category",
                        "compensation",
                        "file-limits");
        assertThat(serviceNow.examine(NEEDS))
                .extracting(Finding::outcome)
                .containsOnly(Finding.Outcome.GOOD, Finding.Outcome.SKIPPED);
        assertThat(instance.asked).allMatch(asked -> asked.method().equals("GET"));
    }

    @Test
    void whatFollowsFromAFailureIsNotLookedAt() {
        instance.on("GET", ScriptedInstance.CASES, Reply.page(200, "<title>Instance Hibernating page</title>"));
        assertThat(found()).containsEntry("address", "unreachable").containsEntry("sign-in", "skipped");

        instance.on("GET", ScriptedInstance.CASES, Reply.error(401, "User Not Authenticated", ""));
        assertThat(found())
                .containsEntry("address", "good")
                .containsEntry("sign-in", "refused")
                .containsEntry("journal", "skipped");
    }

    @Test
    void namesEachThingThatIsWrong() {
        healthy();
        instance.on(
                "GET",
                ScriptedInstance.CASES,
                Reply.json(200, Connected.result("[" + Connected.row(",\"comments\":\"2026 - Ana\"") + "]"))
                        .with("Date", "Tue, 03 Feb 2026 15:00:00 GMT"));
        instance.on(
                "GET",
                TABLES + "sys_user",
                Reply.json(200, Connected.result("[{\"time_zone\":\"America/Santiago\"}]")));
        instance.on("GET", TABLES + "sys_journal_field", Reply.json(200, Connected.result("[]")));
        instance.on("GET", "/api/now/attachment", Reply.error(403, "Operation Failed", "ACL"));
        instance.on(
                "GET",
                TABLES + "sys_choice",
                Reply.json(
                        200,
                        Connected.result(
                                "[{\"element\":\"state\",\"value\":\"1\"},{\"element\":\"state\",\"value\":\"5\"}]")));
        instance.on(
                "GET",
                TABLES + "sys_dictionary",
                Reply.json(
                        200,
                        Connected.result(
                                "[{\"name\":\"task\",\"element\":\"short_description\",\"max_length\":\"80\"}]")));
        instance.on(
                "GET",
                TABLES + "sys_properties",
                Reply.json(
                        200,
                        Connected.result("[{\"name\":\"com.glide.attachment.max_size\",\"value\":\"5\"},"
                                + "{\"name\":\"glide.attachment.extensions\",\"value\":\"pdf\"}]")));

        assertThat(found())
                .containsEntry("clock", "skewed")
                .containsEntry("zone", "other")
                .containsEntry("journal", "hidden")
                .containsEntry("attachments", "refused")
                .containsEntry("file-limits", "small types");
        assertThat(lines("column"))
                .contains(
                        "missing description sn_customerservice_case",
                        "missing u_category sn_customerservice_case",
                        "hidden short_description sn_customerservice_case",
                        "shown state");
        assertThat(lines("state")).contains("good NEW 1", "missing OPEN 10", "missing CLOSED 3");
        assertThat(found()).containsEntry("states", "unmapped");
        assertThat(lines("categories")).containsExactly("free u_category");
        assertThat(lines("file-limits")).containsExactly("small 5 15", "types jpg");
    }

    @Test
    void eachFieldSaysHowMuchRoomItHas() {
        healthy();
        instance.on(
                "GET",
                TABLES + "sys_dictionary",
                Reply.json(
                        200,
                        Connected.result("[{\"name\":\"task\",\"element\":\"short_description\",\"max_length\":\"80\"},"
                                + "{\"name\":\"sn_customerservice_case\",\"element\":\"u_tracking_number\","
                                + "\"max_length\":\"40\"}]")));

        assertThat(lines("column")).contains("short short_description 80 120", "good u_tracking_number 40");
    }

    @Test
    void aValueThatMayNotBeChosenIsNamedWithItsSetting() {
        healthy();
        instance.on("GET", TABLES + "sys_choice", asked -> {
            boolean category = asked.query().contains("element=u_category");
            return Reply.json(200, Connected.result(category ? choices("u_category", "LOSS") : choices("state", "1")));
        });

        assertThat(lines("category")).containsExactlyInAnyOrder("good LOSS LOSS", "missing DAMAGE DAMAGE");
        assertThat(Doctor.saying(Finding.bad("category", "missing", "DAMAGE", "DAMAGE"), Locale.ENGLISH)
                        .remedy())
                .contains("buzon.servicenow.category.DAMAGE");
    }

    @Test
    void hiddenChoicesAreNotTakenForNone() {
        healthy();
        instance.on("GET", TABLES + "sys_choice", Reply.json(200, Connected.result("[]")));

        assertThat(found())
                .containsEntry("choices", "hidden")
                .containsEntry("states", "hidden")
                .containsEntry("categories", "skipped")
                .containsEntry("compensations", "skipped");
    }

    @Test
    void whatOnlyWritingWouldProveIsProvedByWhatWasWritten() {
        healthy();
        instance.on("GET", "/api/now/attachment", Reply.json(200, Connected.result("[]")));

        assertThat(found()).containsEntry("writing", "good").containsEntry("attaching", "untried");
    }

    @Test
    void aTableThatIsNotThereIsNamed() {
        healthy();
        instance.on("GET", ScriptedInstance.CASES, Reply.error(400, "Invalid table sn_customerservice_case", ""));

        assertThat(found())
                .containsEntry("cases", "refused")
                .containsEntry("columns", "skipped")
                .containsEntry("categories", "skipped")
                .containsEntry("users", "good");
    }

    @Test
    void bothLanguagesSayEverything() throws IOException {
        Properties spanish = words("doctor.properties");
        Properties english = words("doctor_en.properties");

        assertThat(english.keySet()).isEqualTo(spanish.keySet());
        assertThat(spanish.stringPropertyNames().stream()
                        .filter(key -> key.contains(".") && !key.matches(".*\\.(good|remedy|shown|free|plain)")))
                .allMatch(key -> spanish.containsKey(key + ".remedy"));
    }

    private static Properties words(String name) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Doctor.class.getResourceAsStream("/cl/buzon/connector/i18n/" + name)),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
