package cl.buzon.connector.requesttracker;

import cl.buzon.connector.http.Address;
import cl.buzon.connector.http.Answer;
import cl.buzon.connector.http.Call;
import cl.buzon.connector.http.CallLog;
import cl.buzon.connector.http.FileBody;
import cl.buzon.connector.http.Line;
import cl.buzon.connector.http.Redaction;
import cl.buzon.connector.http.ServerClock;
import cl.buzon.connector.http.StreamedAnswer;
import cl.buzon.connector.spi.RemoteFailure;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls of REST2 that we use: signed, judged, counted and logged. No session is kept, and no cookie sent back. */
final class Rest {

    /** Rows that a list has at most, whatever is asked for. */
    static final int PAGE = 100;

    static final String FETCH = "file.fetch";

    private static final String ROOT = "/REST/2.0";
    private static final Pattern TRANSACTION = Pattern.compile(".*/transaction/(\\d{1,18})");

    /** What stands between may call it weak, or add to it what it has packed it with. */
    private static final Pattern REVISION = Pattern.compile("(?:W/)?\"?(\\d{1,18})(?:\\D.*)?");

    private final URI url;
    private final String signature;
    private final Duration deadline;
    private final Line line;
    private final Judge judge;
    private final ServerClock clock;
    private final CallLog log;
    private final Redaction redaction;

    Rest(RequestTrackerSettings settings, Line line, Judge judge, ServerClock clock, CallLog log) {
        this.url = settings.url();
        this.signature = "token " + settings.token().secret();
        this.deadline = settings.deadline();
        this.line = line;
        this.judge = judge;
        this.clock = clock;
        this.log = log;
        this.redaction = settings.redaction();
    }

    ServerClock clock() {
        return clock;
    }

    /**
     * A record with the number of its latest transaction, which grows with every change.
     *
     * @param revision zero when there is none
     */
    record Read(Item record, long revision) {}

    Read read(String name, String path, Map<String, String> parameters) {
        Call call = call(name, "GET", path, parameters, BodyPublishers.noBody(), "");
        return log.of(call, () -> {
            Answer answer = send(call);
            JsonObject object =
                    judge.result(call, answer, 200, ValueType.OBJECT).asJsonObject();
            Matcher revision = REVISION.matcher(answer.header("ETag"));
            return new Read(new Item(object), revision.matches() ? Long.parseLong(revision.group(1)) : 0);
        });
    }

    /** A page of what a query finds. */
    List<Item> list(String name, String path, Map<String, String> parameters) {
        return items(call(name, "GET", path, parameters, BodyPublishers.noBody(), ""));
    }

    /** The same for what is searched by conditions instead of a query; nothing is written. */
    List<Item> search(String name, String path, Map<String, String> parameters, JsonArray conditions) {
        return items(call(name, "POST", path, parameters, json(conditions), "")
                .with("Content-Type", "application/json; charset=utf-8"));
    }

    private List<Item> items(Call call) {
        return log.of(call, () -> judge.items(call, send(call)));
    }

    /** Makes a ticket, and tells its number. */
    long make(String name, String path, JsonObject body) {
        Call call = writing(name, "POST", path, body);
        return log.of(call, () -> {
            JsonValue made = judge.result(call, send(call), 201, ValueType.OBJECT);
            long id = new Item(made.asJsonObject()).id();
            if (id == 0) {
                throw new RemoteFailure.OutcomeUnknown("The new ticket has no number", false, null);
            }
            return id;
        });
    }

    /** Changes a ticket, and tells what Request Tracker says to each part of that: refusals are among it, and what it took. */
    List<String> change(String name, String path, JsonObject body) {
        Call call = writing(name, "PUT", path, body);
        return log.of(call, () -> {
            JsonArray words =
                    judge.result(call, send(call), 200, ValueType.ARRAY).asJsonArray();
            return words.stream()
                    .filter(JsonString.class::isInstance)
                    .map(one -> ((JsonString) one).getString())
                    .toList();
        });
    }

    /** Adds to a ticket's conversation, and tells the number of the transaction. */
    long add(String name, String path, JsonObject body) {
        return added(writing(name, "POST", path, body));
    }

    /** The same with a file. */
    long upload(String path, Multipart parts, String what, Duration within) {
        return added(call("file.send", "POST", path, Map.of(), parts.publisher(), what)
                .within(within)
                .with("Content-Type", parts.contentType()));
    }

    private long added(Call call) {
        return log.of(call, () -> {
            Answer answer = send(call);
            judge.result(call, answer, 201, ValueType.ARRAY);
            Matcher place = TRANSACTION.matcher(answer.header("Location"));
            if (!place.matches()) {
                throw new RemoteFailure.OutcomeUnknown(call.described() + ": no transaction is named", false, null);
            }
            return Long.parseLong(place.group(1));
        });
    }

    /**
     * The bytes of a file as they were given, to be closed by the reader.
     *
     * @param size in bytes, as far as it is known
     */
    StreamedAnswer download(ItemKey file, long size) {
        Call call = fetching(file, size);
        return log.of(call, () -> {
            StreamedAnswer answer = given(call);
            if (isPage(answer)) {
                try (answer) {
                    throw judge.failure(call, answer.whole());
                }
            }
            return answer;
        });
    }

    /** The same of what was written as a page; nothing when it comes as one, for that may be anybody's. */
    Optional<StreamedAnswer> source(ItemKey file, long size) {
        Call call = fetching(file, size);
        return log.of(call, () -> {
            StreamedAnswer answer = given(call);
            if (isPage(answer)) {
                answer.close();
                return Optional.empty();
            }
            return Optional.of(answer);
        });
    }

    private Call fetching(ItemKey file, long size) {
        return new Call(
                FETCH,
                "GET",
                Address.of(
                        url, "/Ticket/Attachment/" + file.transaction() + "/" + file.attachment() + "/file", Map.of()),
                Map.of("Accept", "*/*", "Accept-Encoding", "identity", "Authorization", signature),
                BodyPublishers.noBody(),
                "",
                FileBody.within(deadline, size));
    }

    private StreamedAnswer given(Call call) {
        StreamedAnswer answer = line.stream(call);
        clock.hear(answer.head());
        if (answer.head().status() != 200) {
            try (answer) {
                throw judge.failure(call, answer.whole());
            }
        }
        return answer;
    }

    private static boolean isPage(StreamedAnswer answer) {
        return answer.head().header("Content-Type").startsWith("text/html");
    }

    private Answer send(Call call) {
        Answer answer = line.send(call);
        clock.hear(answer);
        return answer;
    }

    private Call writing(String name, String method, String path, JsonObject body) {
        return call(name, method, path, Map.of(), json(body), told(body))
                .with("Content-Type", "application/json; charset=utf-8");
    }

    /** What is written, in words without anybody's data. */
    String told(JsonObject body) {
        return redaction.of(body);
    }

    private static BodyPublisher json(JsonValue body) {
        return BodyPublishers.ofByteArray(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Call call(
            String name,
            String method,
            String path,
            Map<String, String> parameters,
            BodyPublisher body,
            String written) {
        return new Call(
                name,
                method,
                Address.of(url, ROOT + path, new TreeMap<>(parameters)),
                Map.of("Accept", "application/json", "Authorization", signature),
                body,
                written,
                deadline);
    }
}
