package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFailure;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Who is who on the instance, asked once and remembered for a while; also that somebody is not there. */
final class People {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int AT_ONCE = 50;

    /** What may stand in a query, in which nothing can be escaped. */
    private static final Pattern EMAIL = Pattern.compile("[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,190}");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,80}");
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");

    private final Tables tables;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, RemoteAuthor> authors = new ConcurrentHashMap<>();
    private final Set<String> us = ConcurrentHashMap.newKeySet();

    private record Known(Optional<String> value, Instant until) {}

    People(Tables tables, ServiceNowSettings settings, Clock clock) {
        this.tables = tables;
        this.clock = clock;
        Optional.ofNullable(settings.username()).ifPresent(us::add);
    }

    /** Who has just made something that we asked for. */
    void isUs(Optional<String> userName) {
        userName.filter(name -> !name.isEmpty()).ifPresent(us::add);
    }

    boolean knowsUs() {
        return !us.isEmpty();
    }

    boolean isUs(String userName) {
        return us.contains(userName);
    }

    /** The key of the user with an e-mail address. */
    Optional<String> user(String email) {
        return one("sys_user", "email", email, "sys_id");
    }

    Optional<String> email(String user) {
        return KEY.matcher(user).matches()
                ? remembered("email of " + user, () -> found("sys_user", "sys_id=" + user, "email"))
                : Optional.empty();
    }

    Optional<String> contact(String email) {
        return one("customer_contact", "email", email, "sys_id");
    }

    Optional<String> accountOfContact(String email) {
        return one("customer_contact", "email", email, "account");
    }

    Optional<String> group(String name) {
        return KEY.matcher(name).matches()
                ? Optional.of(name)
                : name.matches("[\\p{L}\\p{N} ._-]{1,80}")
                        ? remembered("group " + name, () -> found("sys_user_group", "name=" + name, "sys_id"))
                        : Optional.empty();
    }

    /** Who stands behind user names: as many calls as there are strangers among them, by fifties. */
    Map<String, RemoteAuthor> authors(Collection<String> userNames) {
        List<String> strangers = new HashSet<>(userNames)
                .stream()
                        .filter(name ->
                                !authors.containsKey(name) && NAME.matcher(name).matches())
                        .sorted()
                        .toList();
        for (int from = 0; from < strangers.size(); from += AT_ONCE) {
            List<String> some = strangers.subList(from, Math.min(from + AT_ONCE, strangers.size()));
            tables.list("sys_user", "user_nameIN" + String.join(",", some), "user_name,name,email", AT_ONCE)
                    .rows()
                    .forEach(row ->
                            Columns.text(row, "user_name").ifPresent(name -> authors.put(name, author(row, name))));
            some.forEach(name -> authors.putIfAbsent(name, new RemoteAuthor(name, null, isUs(name))));
        }
        Map<String, RemoteAuthor> all = new HashMap<>();
        userNames.forEach(name -> {
            RemoteAuthor author = authors.getOrDefault(name, new RemoteAuthor(name, null, false));
            all.put(name, new RemoteAuthor(author.name(), author.email(), isUs(name)));
        });
        return all;
    }

    private RemoteAuthor author(JsonObject row, String userName) {
        return new RemoteAuthor(
                Columns.text(row, "name").filter(name -> !name.isBlank()).orElse(userName),
                Columns.text(row, "email")
                        .filter(email -> !email.isBlank())
                        .map(email -> email.strip().toLowerCase(Locale.ROOT))
                        .orElse(null),
                isUs(userName));
    }

    private Optional<String> one(String table, String column, String email, String wanted) {
        String small = email.strip().toLowerCase(Locale.ROOT);
        return EMAIL.matcher(small).matches()
                ? remembered(wanted + " of " + table + " " + small, () -> found(table, column + "=" + small, wanted))
                : Optional.empty();
    }

    /** A table that we may not read holds nobody that we could find. */
    private Optional<String> found(String table, String query, String wanted) {
        try {
            return tables.list(table, query, wanted, 1).rows().stream()
                    .flatMap(row -> Columns.text(row, wanted).stream())
                    .filter(value -> !value.isEmpty())
                    .findFirst();
        } catch (RemoteFailure.Refused | RemoteFailure.Gone hidden) {
            return Optional.empty();
        }
    }

    private Optional<String> remembered(String key, Supplier<Optional<String>> ask) {
        Known before = known.get(key);
        if (before != null && clock.instant().isBefore(before.until())) {
            return before.value();
        }
        Optional<String> value = ask.get();
        known.put(key, new Known(value, clock.instant().plus(REMEMBERED)));
        return value;
    }
}
