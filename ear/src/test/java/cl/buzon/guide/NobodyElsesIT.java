package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cl.buzon.systems.Api;
import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.SampleFile;
import cl.buzon.systems.TrackingView;
import com.microsoft.playwright.APIResponse;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases of a colleague and of another company do not exist for anybody else, at whatever address they are asked for. */
@PortalTest
@TestInstance(Lifecycle.PER_CLASS)
class NobodyElsesIT {

    private static final SampleFile PHOTO = SampleFile.photo("privada.jpg");
    private static final String SECRET = "Palabrasecreta";

    /** What somebody else has. */
    private record Theirs(String number, String attachment, String draft, String draftFile) {

        Stream<String> pages() {
            return Stream.concat(casePages(), draftPages());
        }

        Stream<String> casePages() {
            return Stream.of(
                    "caso?numero=" + number,
                    "caso?parte=&numero=" + number,
                    "nuevo/listo?caso=" + number,
                    download(),
                    download() + "/thumbnail",
                    "live/cases/" + number + "/attachments.zip",
                    "live/cases/" + number + "/bell");
        }

        Stream<String> draftPages() {
            return Stream.concat(
                    Stream.of("situacion", "datos", "revisar").map(step -> "nuevo/" + step + "?borrador=" + draft),
                    Stream.of(draftFiles() + "/" + draftFile + "/thumbnail"));
        }

        Stream<String> calls() {
            return Stream.of("", "/activities", "/attachments/" + attachment).map(rest -> "/cases/" + number + rest);
        }

        /** In the list of tests. */
        @Override
        public String toString() {
            return number;
        }

        String download() {
            return "live/cases/" + number + "/attachments/" + attachment;
        }

        String draftFiles() {
            return "live/drafts/" + draft + "/files";
        }
    }

    private List<Theirs> strangers = List.of();

    @BeforeAll
    void peopleHaveCases(Browser browser) {
        strangers = List.of(has(Person.DIEGO, browser), has(Person.PAULA, browser));
    }

    private static Theirs has(Person person, Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            String number = portal.signIn(person).newCase().sendWhole(SECRET, PHOTO);
            String attachment = portal.tracking(number).addressOf(PHOTO).replaceFirst(".*/", "");
            portal.newCase()
                    .choose("Llegó dañado")
                    .subject(SECRET)
                    .attach(SampleFile.photo("borrador.jpg"))
                    .review();
            String draft = portal.address().replaceFirst(".*borrador=([^&]+).*", "$1");
            String draftFile = portal.page().locator("[data-file]").first().getAttribute("data-file");
            return new Theirs(number, attachment, draft, draftFile);
        }
    }

    Stream<Theirs> strangers() {
        return strangers.stream();
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void noPageShowsThem(Theirs theirs, Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA);

            assertSoftly(softly -> theirs.pages().forEach(path -> {
                APIResponse answer = portal.fetch(path);
                softly.assertThat(answer.status()).as(path).isEqualTo(404);
                softly.assertThat(answer.text()).as(path).doesNotContain(SECRET);
            }));
        }
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void noDraftTakesForeignFiles(Theirs theirs, Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA);

            assertThat(portal.send(theirs.draftFiles(), PHOTO).status()).isEqualTo(404);
            assertThat(portal.send("live/cases/" + theirs.number() + "/reply/files", PHOTO)
                            .status())
                    .isEqualTo(404);
            assertThat(portal.send(theirs.draftFiles() + "/" + theirs.draftFile() + "/remove", PHOTO)
                            .status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void noCallReadsThem(Theirs theirs, Api api) {
        assertSoftly(softly -> theirs.calls().forEach(path -> {
            Response answer = api.asCamila().get(path);
            softly.assertThat(answer.statusCode()).as(path).isEqualTo(404);
            softly.assertThat(answer.asString()).as(path).doesNotContain(SECRET);
        }));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void noCallChangesThem(Theirs theirs, Api api) {
        api.asCamila()
                .body(Map.of("text", "Soy un intruso"))
                .post("/cases/{number}/messages", theirs.number())
                .then()
                .statusCode(404);
        api.asCamila()
                .body(Map.of("reason", "Soy un intruso"))
                .post("/cases/{number}/actions/close", theirs.number())
                .then()
                .statusCode(404);
        api.asCamila()
                .contentType("multipart/form-data")
                .multiPart("file", PHOTO.name(), PHOTO.content(), PHOTO.contentType())
                .post("/cases/{number}/attachments", theirs.number())
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void noCustomerActsAsStaff(Theirs theirs, Api api) {
        api.asCamila()
                .body(Map.of("text", "Soy un intruso"))
                .post("/staff/cases/{number}/messages", theirs.number())
                .then()
                .statusCode(403);
        api.asCamila()
                .body(Map.of("state", "PAID", "approvedAmount", 1_000_000, "paidAmount", 1_000_000))
                .put("/staff/cases/{number}/compensation", theirs.number())
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void noCaseFollowsThem(Theirs theirs, Api api) {
        api.asCamila()
                .body(Map.of(
                        "category", "OTHER",
                        "subject", "Sigue a otro",
                        "description", "Que no es mío.",
                        "relatedTo", theirs.number()))
                .post("/cases")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("UNKNOWN_CASE"));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void noListOrSearchFindsThem(Theirs theirs, Api api) {
        List<String> all = api.asCamila()
                .queryParam("limit", 200)
                .get("/cases")
                .then()
                .extract()
                .path("items.number");

        assertThat(all).isNotEmpty().doesNotContain(theirs.number());
        for (String words : List.of(theirs.number(), SECRET)) {
            api.asCamila()
                    .queryParam("q", words)
                    .get("/cases")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void noReportShowsThem(Theirs theirs, Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA).open("casos?q=" + theirs.number());

            assertThat(portal.words()).contains("Ningún caso").doesNotContain(SECRET);
            for (String format : List.of("PDF", "Excel", "CSV")) {
                assertThat(portal.report().export(format).lines())
                        .as(format)
                        .isNotEmpty()
                        .noneMatch(line -> line.contains(theirs.number()) || line.contains(SECRET));
            }
        }
    }

    /** The administrator sees a colleague's case, but neither their draft nor another company's anything. */
    @Test
    void anAdministratorSeesTheCompanysCasesAndNothingElse(Browser browser) {
        Theirs colleagues = strangers.get(0);
        Theirs others = strangers.get(1);
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.ADMINISTRATOR);

            TrackingView tracking = portal.tracking(colleagues.number());
            assertThat(tracking.head()).contains(SECRET);
            assertThat(tracking.conversation()).doesNotContain("Soy un intruso");
            assertSoftly(softly -> Stream.concat(colleagues.draftPages(), others.pages())
                    .forEach(path -> softly.assertThat(portal.fetch(path).status())
                            .as(path)
                            .isEqualTo(404)));
        }
    }

    /** What does not exist and what is not shown read the same. */
    @ParameterizedTest
    @MethodSource("strangers")
    void nobodyLearnsThatTheyExist(Theirs theirs, Api api) {
        String hidden = api.asCamila().get("/cases/{number}", theirs.number()).asString();
        String missing = api.asCamila().get("/cases/CS9999999").asString();

        assertThat(hidden.replace(theirs.number(), "CS9999999")).isEqualTo(missing);
    }
}
