package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.ScriptedTracker.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.doctor.Doctor;
import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.Finding;
import cl.buzon.connector.spi.Finding.Outcome;
import cl.buzon.connector.spi.Needs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExaminationTest {

    private static final Needs NEEDS = new Needs(
            Set.of("LOSS", "DAMAGE"),
            Set.of("marcela.fuentes@buzon.example", "nadie@buzon.example"),
            15L * 1024 * 1024,
            Set.of("pdf", "jpg"));

    @AutoClose
    private final ScriptedTracker tracker = new ScriptedTracker();

    /** Against a real one. */
    @Nested
    class Recorded {

        @RegisterExtension
        final RecordedTracker real = new RecordedTracker();

        @Test
        void whatIsFurnishedAsTheManualSaysIsWell() {
            List<Finding> findings = Tracked.at(real.url(), real.token(), Tracked.CLOCK, (call, took, outcome) -> {})
                    .examine(NEEDS);

            assertThat(findings)
                    .filteredOn(finding -> finding.outcome() == Outcome.BAD)
                    .isEmpty();
            assertThat(findings)
                    .filteredOn(finding -> finding.outcome() == Outcome.WARNING)
                    .extracting(finding -> finding.check() + " " + finding.arguments())
                    .filteredOn(words -> !words.startsWith("rt-clock"))
                    .containsExactly("rt-executive [nadie@buzon.example]");
            assertThat(findings)
                    .extracting(Finding::check)
                    .contains(
                            "rt-creating",
                            "rt-replying",
                            "rt-changing",
                            "rt-field",
                            "rt-unique",
                            "rt-state",
                            "rt-lists");
        }
    }

    private void furnished() {
        tracker.on(
                "GET",
                ROOT + "/queue/Reclamos",
                Reply.json(
                        200,
                        "{\"id\":3,\"Lifecycle\":\"default\",\"_hyperlinks\":[{\"ref\":\"create\"}],\"TicketCustomFields\":[{\"id\":\"2\",\"name\":\"Caso"
                                + " CSM\"},{\"id\":\"5\",\"name\":\"Estado Indemnizacion\"}]}"));
        tracker.on("GET", ROOT + "/customfield/2", Reply.json(200, "{\"id\":2,\"Type\":\"Freeform\",\"MaxValues\":1}"));
        tracker.on(
                "GET",
                ROOT + "/customfield/5",
                Reply.json(
                        200,
                        "{\"id\":5,\"Type\":\"Select\",\"MaxValues\":1,\"Values\":[\"Solicitada\"," + "\"Pagada\"]}"));
    }

    private List<Finding> found() {
        return tracker.system.examine(NEEDS);
    }

    private static Map<String, Outcome> byCheck(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.toMap(
                        finding -> finding.check()
                                + finding.arguments().stream().limit(1).toList(),
                        Finding::outcome,
                        (one, other) -> one));
    }

    @Test
    void whatIsMissingIsNamedThingByThing() {
        furnished();

        assertThat(byCheck(found()))
                .containsEntry("rt-sign-in[]", Outcome.GOOD)
                .containsEntry("rt-creating[]", Outcome.GOOD)
                .containsEntry("rt-field[Caso CSM]", Outcome.GOOD)
                .containsEntry("rt-unique[Caso CSM]", Outcome.WARNING)
                .containsEntry("rt-field[Categoria]", Outcome.BAD)
                .containsEntry("rt-compensation[PAID]", Outcome.GOOD)
                .containsEntry("rt-compensation[APPROVED]", Outcome.BAD)
                .containsEntry("rt-state[CANCELLED]", Outcome.GOOD)
                .containsEntry("rt-replying[]", Outcome.SKIPPED)
                .containsEntry("rt-seeing[Reclamos]", Outcome.SKIPPED)
                .containsEntry("rt-writing[Reclamos]", Outcome.SKIPPED)
                .containsEntry("rt-lists[]", Outcome.WARNING)
                .containsEntry("rt-executive[nadie@buzon.example]", Outcome.WARNING);
    }

    @Test
    void whatAFieldIsLikeMayBeHidden() {
        furnished();
        tracker.on("GET", ROOT + "/customfield/2", Reply.message(403, "Forbidden"));
        tracker.on("GET", ROOT + "/customfield/5", Reply.message(403, "Forbidden"));

        assertThat(byCheck(found()))
                .containsEntry("rt-field[Caso CSM]", Outcome.GOOD)
                .containsEntry("rt-values[Caso CSM]", Outcome.SKIPPED)
                .doesNotContainKey("rt-unique[Caso CSM]");
    }

    @Test
    void aBadTokenEndsIt() {
        tracker.on("GET", ROOT + "/user/14", Reply.message(401, "Unauthorized"));

        assertThat(byCheck(found()))
                .containsEntry("rt-sign-in[GET /REST/2.0/user/14: HTTP 401, Unauthorized]", Outcome.BAD)
                .containsEntry("rt-queue[]", Outcome.SKIPPED);
    }

    /** Somebody answers: it is no matter of addresses and firewalls. */
    @ParameterizedTest
    @ValueSource(ints = {403, 404, 429})
    void whoAnswersOtherwiseIsThere(int status) {
        tracker.on("GET", ROOT + "/user/14", Reply.message(status, "No"));

        assertThat(found())
                .anyMatch(finding -> finding.check().equals("rt-address") && finding.outcome() == Outcome.GOOD)
                .anyMatch(finding ->
                        finding.check().equals("rt-sign-in") && finding.result().equals("odd"));
    }

    @Test
    void aListThatLeavesOutWhatWeMayNotSeeIsGood() {
        furnished();
        tracker.on("GET", ROOT + "/tickets", Reply.json(200, "{\"items\":[],\"total\":0}"));

        assertThat(byCheck(found())).containsEntry("rt-lists[]", Outcome.GOOD);
    }

    @Test
    void aQueueThatIsHiddenIsNamed() {
        tracker.on("GET", ROOT + "/queue/Reclamos", Reply.message(403, "Forbidden"));

        assertThat(byCheck(found()))
                .containsEntry("rt-queue[Reclamos]", Outcome.BAD)
                .containsEntry("rt-fields[]", Outcome.SKIPPED);
    }

    @Test
    void whatIsNotThereAtAllIsAnAddress() {
        tracker.on("GET", ROOT + "/user/14", Reply.page(502, "<html>"));

        assertThat(found().get(0).check()).isEqualTo("rt-address");
        assertThat(found())
                .filteredOn(finding -> finding.outcome() == Outcome.SKIPPED)
                .hasSize(16);
    }

    @Test
    void anotherLanguageAndVisibleCommentsAreWarnedOf() {
        furnished();
        tracker.on("GET", ROOT + "/user/14", Reply.json(200, "{\"id\":14,\"Name\":\"buzon\",\"Lang\":\"es\"}"));
        tracker.on("GET", ROOT + "/transactions", Reply.json(200, "{\"items\":[{\"id\":\"9\"}]}"));

        assertThat(byCheck(found()))
                .containsEntry("rt-language[es]", Outcome.WARNING)
                .containsEntry("rt-comments[Reclamos]", Outcome.WARNING);
    }

    @Test
    void everyFindingHasItsWords() {
        furnished();
        for (Locale language : List.of(Locale.forLanguageTag("es-CL"), Locale.ENGLISH)) {
            for (Finding finding : found()) {
                Doctor.Saying saying = Doctor.saying(finding, language);

                assertThat(saying.words()).isNotBlank().doesNotContain("{");
                assertThat(saying.remedy().isEmpty())
                        .as(saying.words())
                        .isEqualTo(finding.outcome() == Outcome.GOOD
                                || finding.result().equals("skipped"));
            }
        }
    }
}
