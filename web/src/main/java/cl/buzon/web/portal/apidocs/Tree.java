package cl.buzon.web.portal.apidocs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A place in the description as it was written, from which one goes on by names. What is not there is empty.
 *
 * @param name under which a reference has led here, empty for what stands in its own place
 */
record Tree(@Nullable Object node, @Nullable Object root, String name) {

    static Tree read() {
        try (InputStream file = Objects.requireNonNull(Tree.class.getResourceAsStream("/META-INF/openapi.yaml"))) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return new Tree(document, document, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands under the name; a reference is followed at once. */
    Tree at(String name) {
        return reach(map().get(name));
    }

    boolean isThere() {
        return node != null;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(node);
    }

    /** Without the signs that set code apart where text has no other means. */
    String text() {
        return node == null ? "" : node.toString().replace("`", "");
    }

    Map<String, Tree> members() {
        Map<String, Tree> members = new LinkedHashMap<>();
        map().forEach((name, member) -> members.put(name.toString(), reach(member)));
        return members;
    }

    List<Tree> items() {
        return node instanceof List<?> list ? list.stream().map(this::reach).toList() : List.of();
    }

    List<String> texts() {
        return items().stream().map(Tree::text).toList();
    }

    private Tree reach(@Nullable Object member) {
        Tree place = new Tree(member, root, "");
        String reference = place.map().getOrDefault("$ref", "").toString();
        return reference.isEmpty() ? place : follow(reference);
    }

    /** Such as {@code #/components/schemas/Case}. */
    private Tree follow(String reference) {
        Tree place = new Tree(root, root, "");
        String last = "";
        for (String step : reference.substring(2).split("/", -1)) {
            place = place.at(step);
            last = step;
        }
        return new Tree(place.node, root, last);
    }

    private Map<?, Object> map() {
        @SuppressWarnings("unchecked")
        Map<?, Object> map = node instanceof Map<?, ?> found ? (Map<?, Object>) found : Map.of();
        return map;
    }
}
