package cl.buzon.connector.servicenow;

import static cl.buzon.connector.servicenow.Connected.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.http.ScriptedServer.Reply;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityTest {

    @AutoClose
    private final ScriptedInstance instance = new ScriptedInstance();

    private final ServiceNow serviceNow = Connected.to(
            Connected.settings(
                    instance.url(),
                    Map.of("buzon.servicenow.oauth.client-id", "us", "buzon.servicenow.oauth.client-secret", "s")),
            new MovableClock(),
            (call, took, outcome) -> {});

    @BeforeEach
    void entries() {
        instance.on("POST", "/oauth_token.do", Reply.json(200, "{\"access_token\":\"1\",\"expires_in\":1799}"));
        instance.on(
                "GET",
                ScriptedInstance.JOURNAL,
                Reply.json(
                        200,
                        Connected.result("[{\"sys_id\":\"" + FakeTable.key(1)
                                + "\",\"element\":\"comments\",\"element_id\":\"" + TICKET
                                + "\",\"value\":\"Ana (portal): hola\",\"sys_created_by\":\"app.user\","
                                + "\"sys_created_on\":\"2026-02-03 14:00:00\"}]")));
    }

    @Test
    void learnsFromWhatWeWriteWhoWeAre() {
        instance.on(
                "PATCH",
                ScriptedInstance.ROW,
                Reply.json(200, Connected.result(Connected.row("").replace("marcela", "app.user"))));

        serviceNow.say(TICKET, "Ana (portal): hola");

        assertThat(serviceNow.messages(TICKET).get(0).author().us()).isTrue();
        assertThat(instance.asked("GET", ScriptedInstance.CASES)).isEmpty();
    }

    @Test
    void afterARestartOurLatestCaseTellsIt() {
        instance.on(
                "GET",
                ScriptedInstance.CASES,
                Reply.json(
                        200, Connected.result("[" + Connected.row("").replace("buzon.integration", "app.user") + "]")));

        assertThat(serviceNow.messages(TICKET).get(0).author().us()).isTrue();
        serviceNow.messages(TICKET);
        assertThat(instance.asked("GET", ScriptedInstance.CASES)).hasSize(1);
    }
}
