package cl.buzon.web.portal.apidocs;

import cl.buzon.web.portal.apidocs.Described.Answer;
import cl.buzon.web.portal.apidocs.Described.Call;
import cl.buzon.web.portal.apidocs.Described.Content;
import cl.buzon.web.portal.apidocs.Described.Group;
import cl.buzon.web.portal.apidocs.Described.Kind;
import cl.buzon.web.portal.apidocs.Described.Member;
import cl.buzon.web.portal.apidocs.Described.Shape;
import cl.buzon.web.portal.apidocs.Described.Trouble;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the written description into what the page shows. */
final class DescriptionReader {

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter JSON = new JsonMapper()
            .writer(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(LINES)
                    .withArrayIndenter(LINES));

    private final Tree description = Tree.read();

    String text() {
        return description.at("info").at("description").text();
    }

    List<Group> groups() {
        return description.at("tags").items().stream().map(this::group).toList();
    }

    List<Shape> shapes() {
        return each(description.at("components").at("schemas"))
                .map(schema -> shape(schema.getKey(), schema.getValue()))
                .toList();
    }

    /** Of each status that problems come with. */
    List<Trouble> troubles() {
        return each(description.at("x-codes"))
                .map(status -> trouble(status.getKey(), status.getValue().texts()))
                .toList();
    }

    private Group group(Tree tag) {
        String name = tag.at("name").text();
        List<Call> calls = each(description.at("paths"))
                .flatMap(path -> each(path.getValue())
                        .filter(call -> call.getValue().at("tags").texts().contains(name))
                        .map(call -> call(path.getKey(), call.getKey(), call.getValue())))
                .toList();
        String anchor = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Group(name, anchor, tag.at("description").text(), calls);
    }

    private static Call call(String path, String method, Tree call) {
        return new Call(
                call.at("operationId").text(),
                method.toUpperCase(Locale.ROOT),
                path,
                call.at("summary").text(),
                call.at("description").text(),
                call.at("parameters").items().stream()
                        .map(DescriptionReader::parameter)
                        .toList(),
                contents(call.at("requestBody")),
                each(call.at("responses"))
                        .filter(answer -> !isRefusal(answer.getKey()))
                        .map(answer -> answer(answer.getKey(), answer.getValue()))
                        .toList(),
                call.at("responses").members().keySet().stream()
                        .filter(DescriptionReader::isRefusal)
                        .toList());
    }

    private static boolean isRefusal(String status) {
        return status.compareTo("400") >= 0;
    }

    private static Member parameter(Tree parameter) {
        return new Member(
                parameter.at("name").text(),
                parameter.at("in").text(),
                kind(parameter.at("schema")),
                parameter.at("required").isTrue(),
                parameter.at("description").text());
    }

    private static Answer answer(String status, Tree answer) {
        List<String> headers = List.copyOf(answer.at("headers").members().keySet());
        return new Answer(status, answer.at("description").text(), headers, contents(answer));
    }

    private static List<Content> contents(Tree holder) {
        return each(holder.at("content"))
                .map(content -> new Content(
                        content.getKey(),
                        kind(content.getValue().at("schema")),
                        example(content.getValue().at("example"))))
                .toList();
    }

    private Trouble trouble(String status, List<String> codes) {
        Tree answer = each(description.at("paths"))
                .flatMap(path -> each(path.getValue()))
                .map(call -> call.getValue().at("responses").at(status))
                .filter(Tree::isThere)
                .findFirst()
                .orElseThrow();
        String example = contents(answer).stream().map(Content::example).collect(Collectors.joining());
        return new Trouble(status, answer.at("description").text(), example, codes);
    }

    private static Shape shape(String name, Tree schema) {
        List<Tree> ones = schema.at("oneOf").items();
        List<Kind> kinds = schema.at("properties").isThere()
                ? List.of()
                : (ones.isEmpty() ? Stream.of(schema) : ones.stream())
                        .map(one -> ones.isEmpty() ? plain(one) : kind(one))
                        .toList();
        return new Shape(name, schema.at("description").text(), members(schema), kinds);
    }

    private static List<Member> members(Tree schema) {
        List<String> required = schema.at("required").texts();
        return each(schema.at("properties"))
                .map(member -> new Member(
                        member.getKey(),
                        "",
                        kind(member.getValue()),
                        required.contains(member.getKey()),
                        member.getValue().name().isEmpty()
                                ? member.getValue().at("description").text()
                                : ""))
                .toList();
    }

    private static Kind kind(Tree schema) {
        if (!schema.name().isEmpty()) {
            return new Kind(false, false, schema.name(), "", List.of());
        }
        if (schema.at("items").isThere()) {
            Kind one = kind(schema.at("items"));
            return new Kind(true, false, one.shape(), one.type(), one.values());
        }
        List<Tree> ones = schema.at("oneOf").items();
        if (ones.isEmpty()) {
            return plain(schema);
        }
        Kind first = kind(ones.get(0));
        return new Kind(first.many(), ones.size() > 1, first.shape(), first.type(), first.values());
    }

    private static Kind plain(Tree schema) {
        Tree type = schema.at("type");
        List<String> types = type.items().isEmpty() ? List.of(type.text()) : type.texts();
        String words = types.stream().filter(one -> !one.equals("null")).collect(Collectors.joining(", "));
        return new Kind(
                false,
                types.contains("null"),
                "",
                Stream.of(words, schema.at("format").text(), bounds(schema))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")),
                schema.at("enum").texts());
    }

    private static String bounds(Tree schema) {
        return schema.at("maximum").isThere()
                ? schema.at("minimum").text() + "–" + schema.at("maximum").text()
                : "";
    }

    private static String example(Tree example) {
        try {
            return example.isThere() ? JSON.writeValueAsString(example.node()) : "";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Entry<String, Tree>> each(Tree holder) {
        Map<String, Tree> members = holder.members();
        return members.entrySet().stream();
    }
}
