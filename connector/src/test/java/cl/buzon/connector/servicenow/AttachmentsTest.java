package cl.buzon.connector.servicenow;

import static cl.buzon.connector.servicenow.Connected.TICKET;
import static cl.buzon.connector.servicenow.FailuresTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.http.ScriptedServer.Asked;
import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.OutgoingFile;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AttachmentsTest {

    private static final String SEND = "/api/now/attachment/file";
    private static final String KEY = "b".repeat(32);

    @AutoClose
    private final ScriptedInstance instance = new ScriptedInstance();

    private final ServiceNow serviceNow = Connected.to(instance.url(), new MovableClock());

    private static OutgoingFile file(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new OutgoingFile(name, "image/jpeg", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static Reply stored(String size) {
        return Reply.json(
                201,
                Connected.result("{\"sys_id\":\"" + KEY + "\",\"table_sys_id\":\"" + TICKET
                        + "\",\"file_name\":\"ñandú 1+1.jpg\",\"size_bytes\":\"" + size
                        + "\",\"sys_created_by\":\"buzon.integration\",\"sys_created_on\":\"2026-02-03 14:00:00\"}"));
    }

    @Test
    void aNameThatIsTooLongForThemIsCutVisiblyAndKeepsItsExtension() {
        assertThat(serviceNow.fileName("a".repeat(251) + ".pdf")).hasSize(100).endsWith("a….pdf");
        assertThat(serviceNow.fileName("a" + "💔".repeat(60) + ".jpeg"))
                .hasSize(99)
                .endsWith("💔….jpeg");
        assertThat(serviceNow.fileName("a".repeat(96) + ".pdf")).isEqualTo("a".repeat(96) + ".pdf");
    }

    @Test
    void sendsAFileAsItIs() {
        instance.on("POST", SEND, stored("4"));

        RemoteFile stored = serviceNow.attach(TICKET, file("ñandú 1+1.jpg", "abcd"));

        Asked asked = instance.asked("POST", SEND).get(0);
        assertThat(asked.parameters())
                .isEqualTo(Map.of(
                        "table_name", "sn_customerservice_case",
                        "table_sys_id", TICKET.value(),
                        "file_name", "ñandú 1+1.jpg"));
        assertThat(asked.headers()).containsEntry("content-length", "4").containsEntry("content-type", "image/jpeg");
        assertThat(asked.body()).isEqualTo("abcd");
        assertThat(stored.id()).isEqualTo(KEY);
        assertThat(stored.author().us()).isTrue();
        assertThat(stored.size()).isEqualTo(4);
    }

    @Test
    void sendsAnEmptyFileToo() {
        instance.on("POST", SEND, stored("0"));

        assertThat(serviceNow.attach(TICKET, file("vacío.txt", "")).size()).isZero();
    }

    @Test
    void aFileThatArrivedInPartIsToldWithItsSize() {
        instance.on("POST", SEND, stored("3"));

        assertThat(serviceNow.attach(TICKET, file("a.jpg", "abcd")).size()).isEqualTo(3);
    }

    @Test
    void isSentWholeAgainWithANewToken() {
        ServiceNow withOAuth = Connected.to(
                Connected.settings(
                        instance.url(),
                        Map.of(
                                "buzon.servicenow.oauth.client-id", "us",
                                "buzon.servicenow.oauth.client-secret", "s")),
                new MovableClock(),
                (call, took, outcome) -> {});
        instance.on(
                "POST",
                "/oauth_token.do",
                Reply.json(200, "{\"access_token\":\"1\",\"expires_in\":1799}"),
                Reply.json(200, "{\"access_token\":\"2\",\"expires_in\":1799}"));
        instance.on("POST", SEND, Reply.error(401, "User Not Authenticated", ""), stored("4"));

        withOAuth.attach(TICKET, file("a.jpg", "abcd"));

        assertThat(instance.asked("POST", SEND)).extracting(Asked::body).containsExactly("abcd", "abcd");
    }

    @Test
    void fetchesBytesAndNoPages() throws IOException {
        String path = "/api/now/attachment/" + KEY + "/file";
        instance.on("POST", SEND, stored("4"));
        RemoteFile file = serviceNow.attach(TICKET, file("a.jpg", "abcd"));
        instance.on(
                "GET",
                path,
                new Reply(200, Map.of("Content-Type", "application/octet-stream"), "abcd"),
                Reply.page(200, "<title>Instance Hibernating page</title>"),
                Reply.page(200, "abcd").with("X-Attachment-Metadata", "{}"),
                Reply.error(404, "No Record found", ""),
                Reply.error(401, "User Not Authenticated", ""));

        assertThat(bytes(file)).isEqualTo("abcd");
        assertThat(failure(() -> serviceNow.open(file))).isInstanceOf(RemoteFailure.Unreachable.class);
        assertThat(bytes(file)).isEqualTo("abcd");
        assertThat(failure(() -> serviceNow.open(file))).isInstanceOf(RemoteFailure.Gone.class);
        assertThat(failure(() -> serviceNow.open(file))).isInstanceOf(RemoteFailure.Unauthorized.class);
    }

    private String bytes(RemoteFile file) throws IOException {
        try (InputStream bytes = serviceNow.open(file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void readersGiveTheirTurnsBack() throws IOException {
        instance.on("POST", SEND, stored("4"));
        RemoteFile file = serviceNow.attach(TICKET, file("a.jpg", "abcd"));
        instance.on(
                "GET",
                "/api/now/attachment/" + KEY + "/file",
                new Reply(200, Map.of("Content-Type", "application/octet-stream"), "abcd"));

        for (int i = 0; i < 20; i++) {
            serviceNow.open(file).close();
        }
    }
}
