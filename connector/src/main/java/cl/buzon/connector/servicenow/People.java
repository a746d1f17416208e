package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.translation.Remembered;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Who is who over there, looked up once in a while: users, the contacts of customers, and groups. */
final class People {

    private static final int BATCH = 50;
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._@+-]{1,80}");

    private final Api api;
    private final Identity identity;
    private final Remembered<User> byName;
    private final Remembered<User> byKey;
    private final Remembered<User> byMail;
    private final Remembered<Contact> contacts;
    private final Remembered<String> groups;

    /** A user of the instance. */
    record User(String key, String login, String name, String mail) {}

    /**
     * A customer whom the instance knows.
     *
     * @param account empty for none
     */
    record Contact(String key, String account) {}

    People(Api api, Identity identity, Clock clock) {
        this.api = api;
        this.identity = identity;
        this.byName = new Remembered<>(clock);
        this.byKey = new Remembered<>(clock);
        this.byMail = new Remembered<>(clock);
        this.contacts = new Remembered<>(clock);
        this.groups = new Remembered<>(clock);
    }

    Optional<User> byMail(String mail) {
        String wanted = mail.toLowerCase(Locale.ROOT);
        if (!MAIL.matcher(wanted).matches()) {
            return Optional.empty();
        }
        return byMail.get(wanted)
                .orElseGet(() -> byMail.put(
                        wanted,
                        only(users(Query.all().is("email", wanted).is("active", "true"), 3).stream()
                                .filter(user -> user.mail().equals(wanted))
                                .toList())));
    }

    Optional<User> byKey(String key) {
        if (!Query.KEY.matcher(key).matches()) {
            return Optional.empty();
        }
        return byKey.get(key)
                .orElseGet(() -> byKey.put(
                        key,
                        users(Query.all().is("sys_id", key), 1).stream()
                                .filter(user -> user.key().equals(key))
                                .findFirst()));
    }

    /** The authors behind some sign-in names, with one call for many. */
    Map<String, RemoteAuthor> authors(Collection<String> logins) {
        TreeSet<String> unknown = new TreeSet<>();
        for (String login : logins) {
            if (LOGIN.matcher(login).matches() && byName.get(login).isEmpty()) {
                unknown.add(login);
            }
        }
        List<String> ask = new ArrayList<>(unknown);
        for (int from = 0; from < ask.size(); from += BATCH) {
            List<String> some = ask.subList(from, Math.min(ask.size(), from + BATCH));
            Map<String, User> found = new HashMap<>();
            users(Query.all().in("user_name", some), BATCH).forEach(user -> found.put(user.login(), user));
            some.forEach(login -> byName.put(login, Optional.ofNullable(found.get(login))));
        }
        Map<String, RemoteAuthor> authors = new HashMap<>();
        logins.forEach(login -> authors.put(login, author(login)));
        return authors;
    }

    private RemoteAuthor author(String login) {
        return byName.get(login)
                .flatMap(known -> known)
                .map(this::author)
                .orElseGet(() -> new RemoteAuthor(login.isBlank() ? "ServiceNow" : login, null, identity.is(login)));
    }

    RemoteAuthor author(User user) {
        return new RemoteAuthor(
                user.name().isBlank() ? user.login() : user.name(),
                user.mail().isEmpty() ? null : user.mail(),
                identity.is(user.login()));
    }

    Optional<Contact> contact(String mail) {
        String wanted = mail.toLowerCase(Locale.ROOT);
        if (!MAIL.matcher(wanted).matches()) {
            return Optional.empty();
        }
        return contacts.get(wanted)
                .orElseGet(() -> contacts.put(
                        wanted,
                        only(list(
                                        "customer_contact",
                                        Query.all().is("email", wanted),
                                        List.of("sys_id", "email", "account"),
                                        3)
                                .stream()
                                .filter(row -> row.hasKey() && row.text("email").equalsIgnoreCase(wanted))
                                .map(row -> new Contact(row.key(), row.text("account")))
                                .toList())));
    }

    /** @param group its key or name; empty for none */
    Optional<String> group(String group) {
        if (group.isEmpty() || Query.KEY.matcher(group).matches()) {
            return Optional.of(group).filter(key -> !key.isEmpty());
        }
        return groups.get(group)
                .orElseGet(() -> groups.put(
                        group,
                        only(
                                list("sys_user_group", Query.all().is("name", group), List.of("sys_id", "name"), 3)
                                        .stream()
                                        .filter(row ->
                                                row.hasKey() && row.text("name").equalsIgnoreCase(group))
                                        .map(Row::key)
                                        .toList())));
    }

    private List<User> users(Query query, int limit) {
        List<User> found = list("sys_user", query, List.of("sys_id", "user_name", "name", "email"), limit).stream()
                .filter(Row::hasKey)
                .map(row -> new User(
                        row.key(),
                        row.text("user_name"),
                        row.text("name"),
                        row.text("email").strip().toLowerCase(Locale.ROOT)))
                .toList();
        found.forEach(user -> byKey.put(user.key(), Optional.of(user)));
        return found;
    }

    /** That we may not look is as if nobody were there; the doctor says so. */
    private List<Row> list(String table, Query query, List<String> fields, int limit) {
        try {
            return api.list("lookup", Api.TABLE + table, query, fields, limit, 0)
                    .rows();
        } catch (RemoteFailure.Refused | RemoteFailure.Gone hidden) {
            return List.of();
        }
    }

    private static <T> Optional<T> only(List<T> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
