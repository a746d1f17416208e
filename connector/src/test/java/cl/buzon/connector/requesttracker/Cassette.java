package cl.buzon.connector.requesttracker;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One test's conversation with a real Request Tracker, a line for each call, played back in its order. */
final class Cassette {

    private static final String HOW = "Record it anew if that is meant (see add-a-ticketing-system.md).";

    private final long first;
    private final String user;
    private final List<Line> lines;
    private int played;

    /** @param who us or an executive; tokens are not kept */
    record Request(String who, String method, String path, String body) {}

    record Reply(int status, Map<String, String> headers, String body) {}

    private record Line(Request request, Reply reply) {}

    private Cassette(long first, String user, List<Line> lines) {
        this.first = first;
        this.user = user;
        this.lines = lines;
    }

    /** @param first number of the test's first case */
    static Cassette empty(long first, String user) {
        return new Cassette(first, user, new ArrayList<>());
    }

    static Cassette read(Path place) {
        if (!Files.exists(place)) {
            throw new AssertionError("There is no recording " + place + ". " + HOW);
        }
        try {
            List<JsonObject> all = new ArrayList<>();
            for (String line : Files.readAllLines(place)) {
                all.add(parsed(line).asJsonObject());
            }
            JsonObject head = all.remove(0);
            return new Cassette(
                    head.getJsonNumber("first").longValueExact(),
                    head.getString("user"),
                    new ArrayList<>(all.stream().map(Cassette::line).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(JsonObject line) {
        Map<String, String> headers = new TreeMap<>();
        line.getJsonObject("headers").forEach((name, value) -> headers.put(name, ((JsonString) value).getString()));
        return new Line(
                new Request(
                        line.getString("who"),
                        line.getString("method"),
                        line.getString("path"),
                        line.getString("body")),
                new Reply(line.getInt("status"), headers, line.getString("answer")));
    }

    long first() {
        return first;
    }

    String user() {
        return user;
    }

    void add(Request request, Reply reply) {
        lines.add(new Line(request, reply));
    }

    /** What was answered to the next call, which must be the one that was made then. */
    Reply next(Request request) {
        if (played == lines.size()) {
            throw new AssertionError(
                    "One call more than the " + played + " that were recorded: " + request + ". " + HOW);
        }
        Request expected = lines.get(played).request();
        if (!expected.equals(request)) {
            throw new AssertionError("Call " + (played + 1) + " is not the recorded one.\n recorded: " + expected
                    + "\n      now: " + request + "\n" + HOW);
        }
        return lines.get(played++).reply();
    }

    void mustBeOver(Path place) {
        if (played != lines.size()) {
            throw new AssertionError("Only " + played + " of the " + lines.size() + " calls of " + place
                    + " were made; the next would have been "
                    + lines.get(played).request() + ". " + HOW);
        }
    }

    void write(Path place) {
        List<String> text = new ArrayList<>();
        text.add(Json.createObjectBuilder()
                .add("first", first)
                .add("user", user)
                .build()
                .toString());
        for (Line line : lines) {
            JsonObjectBuilder headers = Json.createObjectBuilder();
            new TreeMap<>(line.reply().headers()).forEach(headers::add);
            text.add(Json.createObjectBuilder()
                    .add("who", line.request().who())
                    .add("method", line.request().method())
                    .add("path", line.request().path())
                    .add("body", line.request().body())
                    .add("status", line.reply().status())
                    .add("headers", headers)
                    .add("answer", line.reply().body())
                    .build()
                    .toString());
        }
        try {
            Files.createDirectories(place.getParent());
            Files.write(place, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without addresses and most links, which nobody follows and which make most of an answer; members in one order. */
    static String slim(String json) {
        return json.isBlank() ? json : slim(parsed(json)).toString();
    }

    private static JsonValue slim(JsonValue value) {
        if (value instanceof JsonObject object) {
            JsonObjectBuilder slim = Json.createObjectBuilder();
            for (String name : new TreeSet<>(object.keySet())) {
                if (name.equals("_hyperlinks")) {
                    slim.add(name, rights(object.getJsonArray(name)));
                } else if (!name.equals("_url")) {
                    slim.add(name, slim(object.getOrDefault(name, JsonValue.NULL)));
                }
            }
            return slim.build();
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder slim = Json.createArrayBuilder();
            array.forEach(one -> slim.add(slim(one)));
            return slim.build();
        }
        return value;
    }

    /** Of links only what they tell about our rights. */
    private static JsonArray rights(JsonArray links) {
        JsonArrayBuilder rights = Json.createArrayBuilder();
        links.stream()
                .map(link -> ((JsonObject) link).getString("ref", ""))
                .filter(Set.of("create", "correspond", "comment", "lifecycle")::contains)
                .distinct()
                .forEach(ref -> rights.add(Json.createObjectBuilder().add("ref", ref)));
        return rights.build();
    }

    private static JsonValue parsed(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }
}
