package cl.buzon.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page on which a person plays the executive. */
class PlayedExecutiveTest {

    private final SandboxServer server = SandboxServer.start();
    private final Outside browser = Outside.nobody(server);
    private final String id = Outside.integrationUser(server).open("<b>Caja</b>");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theListShowsWhatIsNewWithoutTakingAnythingForMarkup() {
        String page = browser.get("/").body();

        assertThat(page).contains("Caso nuevo", "&lt;b&gt;Caja&lt;/b&gt;").doesNotContain("<b>Caja");
    }

    @Test
    void theExecutiveAnswersAsksResolvesAndPays() {
        post("/caso/" + id + "/answer", "text=Hola");
        post("/caso/" + id + "/note", "text=interna");
        post("/caso/" + id + "/ask", "text=una+foto");
        assertThat(server.instance().aCase(id).get("state")).isEqualTo("18");
        post("/caso/" + id + "/assign", "executive=rodrigo.lagos");
        post("/caso/" + id + "/compensate", "state=approved&amount=15000");
        HttpResponse<String> resolved = post("/caso/" + id + "/resolve", "code=1&notes=listo");

        assertThat(resolved.statusCode()).isEqualTo(303);
        assertThat(server.instance().aCase(id).get("state")).isEqualTo("6");
        assertThat(server.instance().aCase(id).get("u_compensation_amount")).isEqualTo("15000");
        assertThat(server.instance().aCase(id).get("sys_updated_by")).isEqualTo("marcela.fuentes");
        assertThat(browser.get("/caso/" + id).body()).contains("nota de trabajo", "una foto", "Rodrigo Lagos");
    }

    @Test
    void aRefusalIsSaidInTheInstancesWords() {
        HttpResponse<String> answer = post("/caso/" + id + "/resolve", "code=&notes=");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("role=\"alert\"", "Data Policy Exception");
    }

    @Test
    void formsOfOtherSitesAndOtherHostsAreNotTaken() {
        HttpResponse<String> foreign = send("/caso/" + id + "/answer", "text=x", "http://evil.example");
        HttpResponse<String> none = browser.send(form("/caso/" + id + "/answer", "text=x"));

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(none.statusCode()).isEqualTo(403);
        assertThat(server.instance().journal(id)).isEmpty();
    }

    @Test
    void faultsAreSwitchedOnAndOffByHand() {
        Outside caller = Outside.integrationUser(server);

        post("/fallas", "fault=down");
        assertThat(caller.get("/api/now/v2/table/sys_user").statusCode()).isEqualTo(503);

        post("/fallas", "fault=down");
        assertThat(caller.get("/api/now/v2/table/sys_user").statusCode()).isEqualTo(200);
    }

    @Test
    void allPagesAreThereInEnglishToo() {
        assertThat(browser.get("/?lang=en").body()).contains("<html lang=\"en\">", "New case", "You work as");
        assertThat(browser.get("/fallas?lang=en").body()).contains("Switch on");
        assertThat(browser.get("/caso/" + id + "?lang=en").body()).contains("Answer the customer");
        assertThat(ResourceBundle.getBundle("cl.buzon.sandbox.page.words", Locale.ROOT)
                        .keySet())
                .isEqualTo(ResourceBundle.getBundle("cl.buzon.sandbox.page.words", Locale.ENGLISH)
                        .keySet());
    }

    @Test
    void nothingRunsInThePageAndNothingElseIsLoaded() {
        HttpResponse<String> page = browser.get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain("<script", "style=");
        assertThat(browser.get("/estilo.css").body()).contains("light-dark(");
    }

    private HttpResponse<String> post(String path, String form) {
        return send(path, form, server.url().replace("/sandbox", ""));
    }

    private HttpResponse<String> send(String path, String form, String origin) {
        return browser.send(form(path, form).header("Origin", origin));
    }

    private HttpRequest.Builder form(String path, String form) {
        return browser.request(path)
                .header("Accept-Language", "es-CL")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }
}
