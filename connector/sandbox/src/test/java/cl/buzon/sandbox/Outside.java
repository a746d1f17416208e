package cl.buzon.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody who calls the sandbox with nothing but HTTP. */
final class Outside {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SandboxServer server;
    private final String authorization;

    private Outside(SandboxServer server, String authorization) {
        this.server = server;
        this.authorization = authorization;
    }

    static Outside integrationUser(SandboxServer server) {
        return user(server, "buzon.integration", "Buzon-demo-2026");
    }

    static Outside user(SandboxServer server, String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Outside(server, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    static Outside bearer(SandboxServer server, String token) {
        return new Outside(server, "Bearer " + token);
    }

    static Outside nobody(SandboxServer server) {
        return new Outside(server, "");
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path)).header("Accept", "application/json");
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String json) {
        return write("POST", path, json);
    }

    HttpResponse<String> patch(String path, String json) {
        return write("PATCH", path, json);
    }

    HttpResponse<String> write(String method, String path, String json) {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return trySend(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> trySend(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens a case; answers its sys_id. */
    String open(String subject) {
        return result(post("/api/now/v2/table/sn_customerservice_case", "{\"short_description\":\"" + subject + "\"}"))
                .path("sys_id")
                .asText();
    }

    static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode result(HttpResponse<String> response) {
        return json(response).path("result");
    }
}
