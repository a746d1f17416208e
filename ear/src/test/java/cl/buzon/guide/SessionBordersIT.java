package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cl.buzon.systems.Api;
import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody rides on somebody else's session, neither by an id that was known before nor from another site. */
@PortalTest
class SessionBordersIT {

    @Test
    void signingInMakesTheIdKnownBeforeWorthless(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP);
                Portal other = browser.on(Device.DESKTOP)) {
            portal.open("ingresar");
            Cookie before = session(portal);

            portal.giveName(Person.CAMILA);

            assertThat(session(portal).value).isNotEqualTo(before.value);
            other.page().context().addCookies(List.of(before));
            assertThat(other.open("casos").address()).startsWith("/ingresar");
        }
    }

    /** The visitor's own cookie and the page's own token are there: only where it comes from tells them apart. */
    @ParameterizedTest
    @CsvSource({"Origin, https://otro.example", "Sec-Fetch-Site, cross-site"})
    void aFormThatAnotherSiteSendsIsRefused(String header, String value, Browser browser, Api api) {
        String number = api.openCase("Que nadie lo cierre");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA).tracking(number);
            FormData closing = closing(portal);

            APIResponse foreign = portal.page()
                    .request()
                    .post(portal.page().url(), asForm(closing).setHeader(header, value));

            assertThat(foreign.status()).isEqualTo(403);
            api.asCamila().get("/cases/{number}", number).then().body("state", equalTo("NEW"));
            APIResponse own = portal.page().request().post(portal.page().url(), asForm(closing));
            assertThat(own.status()).isBetween(302, 303);
            api.asCamila().get("/cases/{number}", number).then().body("state", equalTo("CLOSED"));
        }
    }

    @Test
    void aCallOfAnotherSitesScriptIsRefused(Browser browser, Api api) {
        String number = api.openCase("Que nadie escriba por mí");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA);

            APIResponse foreign = portal.page()
                    .request()
                    .post(
                            "./live/cases/" + number + "/reply",
                            RequestOptions.create()
                                    .setHeader("Origin", "https://otro.example")
                                    .setHeader("X-Requested-With", "buzon")
                                    .setHeader("Idempotency-Key", number)
                                    .setData(Map.of("text", "No lo escribí yo", "files", List.of())));

            assertThat(foreign.status()).isEqualTo(403);
            assertThat(foreign.text()).contains("OTHER_SITE");
            assertThat(portal.tracking(number).conversation()).doesNotContain("No lo escribí yo");
        }
    }

    private static RequestOptions asForm(FormData form) {
        return RequestOptions.create().setForm(form).setMaxRedirects(0);
    }

    /** The form that closes the case, filled in, as the browser would send it. */
    @SuppressWarnings("unchecked")
    private static FormData closing(Portal portal) {
        Map<String, String> fields = (Map<String, String>) portal.page().evaluate("""
                () => {
                    const form = document.getElementById("close");
                    form.elements.closeReason.value = "Apareció.";
                    return Object.fromEntries(new FormData(form, form.querySelector("[type=submit]")));
                }""");
        FormData form = FormData.create();
        fields.forEach(form::set);
        return form;
    }

    private static Cookie session(Portal portal) {
        return portal.page().context().cookies().stream()
                .filter(cookie -> cookie.name.endsWith("buzon-session"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no session on " + portal.address()));
    }
}
