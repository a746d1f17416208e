package cl.buzon.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.doctor.Doctor;
import cl.buzon.connector.servicenow.ScriptedInstance.Reply;
import cl.buzon.connector.spi.Finding;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExaminationTest {

    private static final String TABLES = "/api/now/v2/table/";

    private final ScriptedInstance instance = new ScriptedInstance();
    private final ServiceNow serviceNow = Connected.to(instance.url(), new MovableClock());

    @AfterEach
    void stop() {
        instance.close();
    }

    private void healthy() {
        String columns = ",\"correlation_display\":\"\",\"short_description\":\"\",\"description\":\"\","
                + "\"contact_type\":\"web\",\"u_category\":\"\",\"u_tracking_number\":\"\",\"comments\":\"\"";
        instance.on(
                "GET",
                ScriptedInstance.CASES,
                Reply.json(200, Connected.result("[" + Connected.row(columns) + "]"))
                        .with("Date", "Tue, 03 Feb 2026 14:00:03 GMT"));
        instance.on("GET", TABLES + "sys_user", Reply.json(200, Connected.result("[{\"time_zone\":\"GMT\"}]")));
        instance.on("GET", TABLES + "sys_journal_field", Reply.json(200, Connected.result("[{\"sys_id\":\"1\"}]")));
        instance.on("GET", "/api/now/attachment", Reply.json(200, Connected.result("[]")));
        instance.on(
                "GET",
                TABLES + "sys_choice",
                Reply.json(
                        200,
                        Connected.result(List.of("1", "10", "18", "6", "3", "7").stream()
                                .map(value -> "{\"element\":\"state\",\"value\":\"" + value + "\"}")
                                .collect(Collectors.joining(",", "[", "]")))));
        instance.on(
                "GET",
                TABLES + "sys_properties",
                Reply.json(200, Connected.result("[{\"name\":\"com.glide.attachment.max_size\",\"value\":\"1024\"}]")));
    }

    private Map<String, String> found() {
        List<Finding> findings = serviceNow.examine();
        for (Locale language : List.of(Locale.forLanguageTag("es"), Locale.ENGLISH)) {
            for (Finding finding : findings) {
                Doctor.Saying saying = Doctor.saying(finding, language);
                assertThat(saying.words()).isNotBlank().doesNotContain("{");
                boolean wrong =
                        finding.outcome() == Finding.Outcome.BAD || finding.outcome() == Finding.Outcome.WARNING;
                assertThat(!saying.remedy().isBlank()).isEqualTo(wrong);
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
                        "journal",
                        "attachments",
                        "users",
                        "choices",
                        "columns",
                        "states",
                        "file-limits")
                .containsEntry("tls", "plain")
                .allSatisfy((check, result) -> assertThat(result).isEqualTo(check.equals("tls") ? "plain" : "good"));
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
                .containsEntry("columns", "missing missing missing missing missing short")
                .containsEntry("states", "missing missing missing missing missing unmapped")
                .containsEntry("file-limits", "types small");
    }

    @Test
    void aTableThatIsNotThereIsNamed() {
        healthy();
        instance.on("GET", ScriptedInstance.CASES, Reply.error(400, "Invalid table sn_customerservice_case", ""));

        assertThat(found())
                .containsEntry("cases", "refused")
                .containsEntry("columns", "skipped")
                .containsEntry("users", "good");
    }

    @Test
    void bothLanguagesSayEverything() throws IOException {
        Properties spanish = words("doctor.properties");
        Properties english = words("doctor_en.properties");

        assertThat(english.keySet()).isEqualTo(spanish.keySet());
        assertThat(spanish.stringPropertyNames().stream()
                        .filter(key -> key.contains(".") && !key.endsWith(".good") && !key.endsWith(".remedy")))
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
