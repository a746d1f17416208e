package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.instance.Denial;
import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Row;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** {@code /api/now/attachment}: files of any record. */
final class AttachmentApi {

    private static final String TABLE = "sys_attachment";
    private static final int USUAL_LIMIT = 1000;
    private static final Set<String> SERVED = Set.of("", "available", "available_conditionally");

    private final Instance instance;

    AttachmentApi(Instance instance) {
        this.instance = instance;
    }

    Answer answer(Asked asked) {
        List<String> steps = asked.steps();
        String last = steps.get(steps.size() - 1);
        if (steps.size() == 1) {
            return reading(asked, () -> list(asked));
        }
        if (steps.size() == 2 && asked.method().equals("POST")) {
            return switch (last) {
                case "file" -> receive(asked);
                case "upload" -> receiveForm(asked);
                default -> throw NoResource.wrongMethod("POST");
            };
        }
        if (steps.size() == 3 && last.equals("file")) {
            return reading(asked, () -> bytes(asked, steps.get(1)));
        }
        if (steps.size() == 2) {
            return one(asked, last);
        }
        throw NoResource.denial();
    }

    private static Answer reading(Asked asked, Supplier<Answer> answer) {
        if (!asked.isRead()) {
            throw NoResource.wrongMethod(asked.method());
        }
        return answer.get();
    }

    private Answer list(Asked asked) {
        Access access = access(asked);
        Paging paging = Paging.of(asked, USUAL_LIMIT);
        List<Row> all = new Search(instance, access, reader(asked)).rows(TABLE, asked);
        ArrayNode result = Asked.JSON.createArrayNode();
        paging.cut(all).stream()
                .filter(row -> access.sees(row) && seesParent(access, row))
                .forEach(row -> result.add(metadata(row, access)));
        Answer answer = Answer.result(200, result);
        return paging.given() ? answer.with("X-Total-Count", String.valueOf(all.size())) : answer;
    }

    private Answer one(Asked asked, String id) {
        Row row = visible(asked, id);
        Access access = access(asked);
        return switch (asked.method()) {
            case "GET", "HEAD" -> Answer.result(200, metadata(row, access));
            case "PATCH", "PUT" -> {
                Map<String, String> values = asked.body();
                values.keySet().retainAll(Set.of("file_name"));
                access.mustBeAllowed("Update", TABLE, values);
                yield Answer.result(200, metadata(instance.update(asked.caller(), TABLE, id, values), access));
            }
            case "DELETE" -> {
                access.mustBeAllowed("Delete", TABLE, Map.of());
                instance.delete(asked.caller(), TABLE, id);
                yield Answer.empty(204);
            }
            default -> throw NoResource.wrongMethod(asked.method());
        };
    }

    private Answer bytes(Asked asked, String id) {
        Row row = visible(asked, id);
        if (!SERVED.contains(row.get("state")) && !instance.switches().pendingIsServed) {
            throw new Denial(403, "Operation Failed", "The attachment is not available");
        }
        String metadata = metadata(row, access(asked)).toString();
        return new Answer(
                200,
                Map.of("X-Attachment-Metadata", ascii(metadata)),
                row.get("content_type"),
                () -> instance.bytes(id));
    }

    private Answer receive(Asked asked) {
        Map<String, String> parameters = asked.parameters();
        for (String name : List.of("table_name", "table_sys_id", "file_name")) {
            if (parameters.getOrDefault(name, "").isEmpty()) {
                throw new Denial(400, "Missing parameter " + name, "The parameter " + name + " is mandatory");
            }
        }
        String type = Objects.requireNonNullElse(asked.request().getContentType(), "");
        if (type.isEmpty()) {
            throw new Denial(415, "Unsupported Media Type", "Content-Type is missing");
        }
        try {
            return receive(asked, parameters, type, asked.request().getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file has to be the last part, and the form must not carry a charset of its own. */
    private Answer receiveForm(Asked asked) {
        String type = Objects.requireNonNullElse(asked.request().getContentType(), "");
        if (!type.startsWith("multipart/form-data")) {
            throw new Denial(415, "Unsupported Media Type", type);
        }
        if (type.toLowerCase(Locale.ROOT).contains("charset")) {
            throw noFilePart();
        }
        try {
            Map<String, String> fields = new HashMap<>();
            for (Part part : asked.request().getParts()) {
                if (part.getSubmittedFileName() != null) {
                    fields.put("file_name", part.getSubmittedFileName());
                    return receiveLast(asked, fields, part);
                }
                fields.put(part.getName(), new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            throw noFilePart();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw noFilePart();
        }
    }

    private Answer receiveLast(Asked asked, Map<String, String> fields, Part file) throws IOException {
        if (!fields.containsKey("table_name") || !fields.containsKey("table_sys_id")) {
            throw noFilePart();
        }
        String type = Objects.requireNonNullElse(file.getContentType(), "application/octet-stream");
        return receive(asked, fields, type, file.getInputStream());
    }

    private Answer receive(Asked asked, Map<String, String> where, String type, InputStream bytes) {
        String table = where.getOrDefault("table_name", "");
        String id = where.getOrDefault("table_sys_id", "");
        if (instance.schema().table(table).isEmpty()) {
            throw new Denial(400, "Invalid table " + table, null);
        }
        Access access = access(asked);
        new Search(instance, access, reader(asked)).one(table, id);
        access.mustBeAllowed("Insert", access.isCustomer() ? table : TABLE, Map.of());
        Row row = instance.attach(asked.caller(), table, id, where.getOrDefault("file_name", ""), type, bytes);
        return Answer.result(201, metadata(row, access))
                .with("Location", instance.switches().address + "/api/now/attachment/" + row.id());
    }

    private Row visible(Asked asked, String id) {
        Row row = new Search(instance, access(asked), reader(asked)).one(TABLE, id);
        if (!seesParent(access(asked), row)) {
            throw Denial.noRecord();
        }
        return row;
    }

    private boolean seesParent(Access access, Row row) {
        return instance.schema().table(row.get("table_name")).isEmpty()
                || instance.find(row.get("table_name"), row.get("table_sys_id"))
                        .map(access::sees)
                        .orElse(true);
    }

    private JsonNode metadata(Row row, Access access) {
        ObjectNode node = Asked.JSON.createObjectNode();
        row.values().keySet().stream()
                .sorted()
                .filter(name -> access.mayRead(TABLE, name))
                .forEach(name -> node.put(name, row.get(name)));
        node.put("download_link", instance.switches().address + "/api/now/attachment/" + row.id() + "/file");
        return node;
    }

    private Access access(Asked asked) {
        return new Access(instance, asked.caller().userName());
    }

    private Rendering.Reader reader(Asked asked) {
        return Rendering.Reader.of(instance, asked.caller().userName());
    }

    /** A header carries no other characters than these; JSON can say all of them so. */
    private static String ascii(String json) {
        StringBuilder text = new StringBuilder();
        json.chars().forEach(sign -> {
            if (sign < 128) {
                text.append((char) sign);
            } else {
                text.append(String.format("\\u%04x", sign));
            }
        });
        return text.toString();
    }

    private static Denial noFilePart() {
        return new Denial(400, "File part might be missing", "The file has to be the last part of the request");
    }
}
