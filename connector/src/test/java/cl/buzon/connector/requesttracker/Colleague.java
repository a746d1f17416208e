package cl.buzon.connector.requesttracker;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystemContract;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** An executive who works in Request Tracker, with a token of their own. */
public final class Colleague implements TicketingSystemContract.People {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RecordedTracker tracker;

    public Colleague(RecordedTracker tracker) {
        this.tracker = tracker;
    }

    @Override
    public void comment(TicketId ticket, String text) {
        post(ticket, "correspond", text);
    }

    @Override
    public void note(TicketId ticket, String text) {
        post(ticket, "comment", text);
    }

    private void post(TicketId ticket, String how, String text) {
        send(
                "POST",
                "/ticket/" + ticket + "/" + how,
                "application/json",
                Json.createObjectBuilder()
                        .add("Content", text)
                        .add("ContentType", "text/plain")
                        .build()
                        .toString(),
                201);
    }

    @Override
    public void set(TicketId ticket, TicketField field, String value) {
        change(
                ticket,
                switch (field) {
                    case STATE ->
                        Json.createObjectBuilder()
                                .add(
                                        "Status",
                                        value.equals("AWAITING_INFO")
                                                ? "stalled"
                                                : value.toLowerCase(java.util.Locale.ROOT))
                                .build();
                    case COMPENSATION_STATE -> custom("Estado Indemnizacion", value);
                    case COMPENSATION_AMOUNT -> custom("Monto Indemnizacion", value);
                    case EXECUTIVE ->
                        Json.createObjectBuilder().add("Owner", value).build();
                    default -> throw new IllegalArgumentException("no such field there: " + field);
                });
    }

    private static JsonObject custom(String name, String value) {
        return Json.createObjectBuilder()
                .add("CustomFields", Json.createObjectBuilder().add(name, value))
                .build();
    }

    @Override
    public void attach(TicketId ticket, String name) {
        attach(ticket, name, name);
    }

    /** A file that says something of any length. */
    public void attach(TicketId ticket, String name, String content) {
        String boundary = "executive-part";
        String form = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"JSON\"\r\n"
                + "Content-Type: application/json\r\n\r\n{}\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"Attachments\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        send("POST", "/ticket/" + ticket + "/correspond", "multipart/form-data; boundary=" + boundary, form, 201);
    }

    @Override
    public void delete(TicketId ticket) {
        change(ticket, Json.createObjectBuilder().add("Status", "deleted").build());
    }

    /** What executives do with a ticket that somebody has made twice. */
    public void merge(TicketId ticket, TicketId into) {
        change(
                ticket,
                Json.createObjectBuilder()
                        .add("MergeInto", Long.parseLong(into.value()))
                        .build());
    }

    /** To those of the queue of this name. */
    public void move(TicketId ticket, String queue) {
        change(ticket, Json.createObjectBuilder().add("Queue", queue).build());
    }

    /** As if the ticket were about another case. */
    public void renumber(TicketId ticket, String number) {
        change(ticket, custom("Caso CSM", number));
    }

    private void change(TicketId ticket, JsonObject change) {
        send("PUT", "/ticket/" + ticket, "application/json", change.toString(), 200);
    }

    private void send(String method, String path, String type, String body, int expected) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(tracker.url() + "/REST/2.0" + path))
                .header("Authorization", "token " + tracker.executiveToken())
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
