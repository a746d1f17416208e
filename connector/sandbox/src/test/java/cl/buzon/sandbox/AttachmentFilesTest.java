package cl.buzon.sandbox;

import static cl.buzon.sandbox.Outside.json;
import static cl.buzon.sandbox.Outside.result;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.sandbox.instance.Instance;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behaviours 33 to 35 of the reference: files; and that all is still there after a restart. */
class AttachmentFilesTest {

    private static final String FILES = "/api/now/attachment";

    private final SandboxServer server = SandboxServer.start();
    private final Outside caller = Outside.integrationUser(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void bytesComeBackAsTheyWentWithTheirMetadata() {
        String id = caller.open("a");
        String before = server.instance().aCase(id).get("sys_updated_on");
        server.instance().clock().move(Duration.ofSeconds(5));

        HttpResponse<String> made = upload(id, "etiqueta%20%C3%B1.txt", "hola");

        JsonNode metadata = result(made);
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location").orElse(""))
                .endsWith(metadata.path("sys_id").asText());
        assertThat(metadata.path("size_bytes").isTextual()).isTrue();
        assertThat(metadata.path("size_bytes").asText()).isEqualTo("4");
        assertThat(metadata.path("file_name").asText()).isEqualTo("etiqueta ñ.txt");
        HttpResponse<String> bytes =
                caller.get(FILES + "/" + metadata.path("sys_id").asText() + "/file");
        assertThat(bytes.body()).isEqualTo("hola");
        assertThat(bytes.headers().firstValue("X-Attachment-Metadata").orElse(""))
                .contains("\"size_bytes\":\"4\"");
        assertThat(result(caller.get(FILES + "?sysparm_query=table_sys_id=" + id))
                        .size())
                .isEqualTo(1);
        assertThat(server.instance().aCase(id).get("sys_updated_on")).isEqualTo(before);
    }

    @Test
    void someInstancesMoveTheCaseWithItsFile() {
        String id = caller.open("a");
        server.instance().switches().attachmentMovesParent = true;

        upload(id, "a.txt", "hola");

        assertThat(server.instance().aCase(id).get("sys_mod_count")).isEqualTo("1");
    }

    @Test
    void aFileNeedsItsParametersAndItsRecord() {
        assertThat(upload(FILES + "/file?table_name=sn_customerservice_case&file_name=a.txt", "x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(upload("00000000000000000000000000000000", "a.txt", "x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFormWantsTheFileLastAndNoCharset() {
        String id = caller.open("a");

        assertThat(form("multipart/form-data; boundary=b", fields(id) + file()).statusCode())
                .isEqualTo(201);
        assertThat(form("multipart/form-data; boundary=b", file() + fields(id)).statusCode())
                .isEqualTo(400);
        assertThat(form("multipart/form-data; boundary=b; charset=UTF-8", fields(id) + file())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void forbiddenAndTooLargeFilesAreRefused() {
        String id = caller.open("a");
        server.instance().switches().forbiddenExtensions.add("exe");
        server.instance().switches().largestAttachment = 3;

        assertThat(upload(id, "a.exe", "x").statusCode()).isBetween(400, 499);
        assertThat(upload(id, "a.txt", "hola").statusCode()).isBetween(400, 499);
        assertThat(server.instance().attachments(id)).isEmpty();
    }

    @Test
    void aFileThatIsBeingScannedIsNotGivenOutYet() {
        String id = caller.open("a");
        server.instance().switches().attachmentState = "pending";
        String file = result(upload(id, "a.txt", "hola")).path("sys_id").asText();

        assertThat(caller.get(FILES + "/" + file + "/file").statusCode()).isEqualTo(403);

        server.instance().changeByScript(file, Map.of("state", "available"));
        assertThat(caller.get(FILES + "/" + file + "/file").statusCode()).isEqualTo(200);
    }

    @Test
    void everythingIsStillThereAfterARestart(@TempDir Path folder) {
        String id;
        try (SandboxServer first = SandboxServer.keptIn(folder)) {
            id = Outside.integrationUser(first).open("a");
            first.instance().executive("marcela.fuentes").comment(id, "hola");
            first.instance().executive("marcela.fuentes").attach(id, "a.txt", "text/plain", new byte[] {7});
        }

        try (SandboxServer second = SandboxServer.keptIn(folder)) {
            Instance instance = second.instance();
            assertThat(instance.aCase(id).get("sys_mod_count")).isEqualTo("1");
            assertThat(instance.journal(id)).hasSize(1);
            assertThat(instance.bytes(instance.attachments(id).get(0).id())).hasBinaryContent(new byte[] {7});
            assertThat(instance.aCase(Outside.integrationUser(second).open("b")).get("number"))
                    .isGreaterThan(instance.aCase(id).get("number"));
        }
    }

    private HttpResponse<String> upload(String id, String name, String content) {
        return upload(
                FILES + "/file?table_name=sn_customerservice_case&table_sys_id=" + id + "&file_name=" + name, content);
    }

    private HttpResponse<String> upload(String path, String content) {
        return caller.send(
                caller.request(path).header("Content-Type", "text/plain").POST(BodyPublishers.ofString(content)));
    }

    private HttpResponse<String> form(String type, String parts) {
        return caller.send(caller.request(FILES + "/upload")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(parts + "--b--\r\n")));
    }

    private static String fields(String id) {
        return field("table_name", "sn_customerservice_case") + field("table_sys_id", id);
    }

    private static String field(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file() {
        return String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"uploadFile\"; filename=\"a.txt\"",
                "Content-Type: text/plain",
                "",
                "hola",
                "");
    }

    @Test
    void anUnknownFileIsNotFound() {
        assertThat(json(caller.get(FILES + "/00000000000000000000000000000000"))
                        .at("/error/message")
                        .asText())
                .isEqualTo("No Record found");
    }
}
