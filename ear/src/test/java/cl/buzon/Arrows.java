package cl.buzon;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which package may see which, as a table: one row for each package of ours, with those it may see. What is not in
 * a row is forbidden, and so is a package without a row. A package may always see itself and what lies below it.
 */
final class Arrows {

    private static final Set<String> FEATURES =
            Set.of("accounts", "cases", "drafts", "assignment", "messages", "attachments", "compensation", "bulk");

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            // The case desk
            entry("shared", Set.of()),
            entry("events", Set.of("shared")),
            entry("accounts", Set.of("events", "shared")),
            entry("cases", Set.of("accounts", "events", "shared")),
            entry("drafts", Set.of("cases", "attachments", "events", "shared")),
            entry("assignment", Set.of("cases", "events", "shared")),
            entry("messages", Set.of("cases", "events", "shared")),
            entry("attachments", Set.of("cases", "events", "shared")),
            entry("compensation", Set.of("cases", "events", "shared")),
            entry("bulk", Set.of("cases", "accounts", "events", "shared")),
            entry("desk", and(FEATURES, "webhooks", "notifications", "events", "shared")),
            entry("notifications", Set.of("cases", "accounts", "events", "shared")),
            entry("webhooks", Set.of("cases", "accounts", "events", "shared")),
            entry("schema", Set.of()),
            entry("timers", Set.of("desk", "shared")),
            entry("demo", Set.of("desk", "shared")),

            // The postman
            entry("connector.spi", Set.of("shared")),
            entry("connector.link", Set.of("connector.spi", "shared")),
            entry("connector.reconcile", Set.of("connector.link", "connector.spi", "desk", "events", "shared")),
            entry(
                    "connector.schedule",
                    Set.of("connector.reconcile", "connector.link", "connector.spi", "desk", "events", "shared")),
            entry("connector.http", Set.of("connector.spi")),
            entry("connector.translation", Set.of("connector.spi")),
            entry("connector.servicenow", Set.of("connector.http", "connector.translation", "connector.spi", "shared")),
            entry(
                    "connector.requesttracker",
                    Set.of("connector.http", "connector.translation", "connector.spi", "shared")),
            entry("connector.doctor", Set.of("connector.spi", "shared")),
            entry(
                    "connector.operation",
                    Set.of(
                            "connector.schedule",
                            "connector.reconcile",
                            "connector.link",
                            "connector.doctor",
                            "connector.spi",
                            "desk",
                            "events",
                            "shared")),

            // The two faces
            entry("web.i18n", Set.of("shared")),
            entry("web.brand", Set.of("shared")),
            entry("web.security", Set.of("web.i18n", "desk", "shared")),
            entry("web.export", Set.of("web.i18n", "desk", "shared")),
            entry("web.sheets", Set.of("web.export", "web.i18n", "desk", "shared")),
            entry("web.rest", Set.of("web.export", "web.brand", "web.i18n", "desk", "shared")),
            entry("web.portal", Set.of("web.sheets", "web.export", "web.security", "web.i18n", "desk", "shared")),
            entry(
                    "web.live",
                    Set.of("web.sheets", "web.rest", "web.export", "web.security", "web.i18n", "desk", "shared")),
            entry("web.api", Set.of("web.rest", "web.export", "web.security", "web.i18n", "desk", "shared")),

            // Asked by the server, knows nobody
            entry("health", Set.of()));

    private Arrows() {}

    /** The package of the table that {@code javaPackage} is or lies in; empty when it is not ours, or has no row. */
    static Optional<String> rowOf(String javaPackage) {
        return ALLOWED.keySet().stream()
                .filter(row -> (javaPackage + ".").startsWith("cl.buzon." + row + "."))
                .findFirst();
    }

    static boolean allows(String from, String to) {
        return from.equals(to) || ALLOWED.getOrDefault(from, Set.of()).contains(to);
    }

    private static Set<String> and(Set<String> some, String... others) {
        Set<String> all = new TreeSet<>(some);
        Stream.of(others).forEach(all::add);
        return all;
    }
}
