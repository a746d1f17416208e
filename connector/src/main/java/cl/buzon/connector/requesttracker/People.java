package cl.buzon.connector.requesttracker;

import cl.buzon.connector.http.Address;
import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.translation.Remembered;
import jakarta.json.Json;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who is who over there: executives by their e-mail address, and ourselves by our token. */
final class People {

    /** What is asked for of whoever has made or owns something. */
    static final String COLUMNS = "Name,RealName,EmailAddress";

    static final String NOBODY = "Nobody";

    /** What Request Tracker does by itself, for whoever has set it up. */
    private static final String SYSTEM = "RT_System";

    /** What Request Tracker takes for a user's number wherever it may be one, even where a login is such. */
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** Its second part is the number of the user whose it is. */
    private static final Pattern TOKEN = Pattern.compile("\\d+-(\\d{1,18})-.+");

    private final Rest rest;
    private final RequestTrackerSettings settings;
    private final Remembered<String> logins;
    private final Remembered<Boolean> staff;
    private volatile @Nullable String us;

    People(Rest rest, RequestTrackerSettings settings, Clock clock) {
        this.rest = rest;
        this.settings = settings;
        this.logins = new Remembered<>(clock);
        this.staff = new Remembered<>(clock);
    }

    /** How the one user is called who has an address; several with the same are nobody. */
    Optional<String> byMail(String mail) {
        return logins.get(mail)
                .orElseGet(() -> logins.put(
                        mail,
                        one("EmailAddress", mail, COLUMNS)
                                .map(user -> user.text("Name"))
                                .filter(name -> !name.isEmpty())
                                .flatMap(this::called)));
    }

    /** How a user is called without being taken for another: by login, or by number if that is all digits. */
    private Optional<String> called(String login) {
        return DIGITS.matcher(login).matches()
                ? one("Name", login, "id,Name").map(user -> user.text("id"))
                : Optional.of(login);
    }

    private Optional<Item> one(String field, String value, String columns) {
        List<Item> found = rest
                .search(
                        "lookup",
                        "/users",
                        Map.of("fields", columns),
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("field", field)
                                        .add("operator", "=")
                                        .add("value", value))
                                .build())
                .stream()
                .filter(user -> user.text(field).equalsIgnoreCase(value))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** @param user as it is named in what it has made, with {@link #COLUMNS} */
    RemoteAuthor author(Item user) {
        String login = user.text("id");
        String name = user.text("RealName").isBlank() ? login : user.text("RealName");
        return new RemoteAuthor(name, mail(user).orElse(null), isUs(login));
    }

    static Optional<String> mail(Item user) {
        return Optional.of(user.text("EmailAddress").strip().toLowerCase(Locale.ROOT))
                .filter(mail -> !mail.isEmpty());
    }

    private boolean isUs(String login) {
        String known = us;
        if (known == null) {
            Matcher token = TOKEN.matcher(settings.token().secret());
            known = token.matches()
                    ? rest.read("lookup", "/user/" + token.group(1), Map.of())
                            .record()
                            .text("Name")
                    : "";
            us = known;
        }
        return login.equalsIgnoreCase(known);
    }

    /**
     * Whether somebody works there: customers, and whoever else writes to its address, are users as well, but no privileged
     * ones. Who may not be asked for is.
     */
    boolean isStaff(Item user) {
        String login = user.text("id");
        return login.equals(SYSTEM)
                || isUs(login)
                || staff.get(login)
                        .orElseGet(() -> staff.put(login, Optional.of(isPrivileged(login))))
                        .orElse(false);
    }

    private boolean isPrivileged(String login) {
        try {
            return called(login).map(this::isPrivilegedUser).orElse(false);
        } catch (RemoteFailure.Refused hidden) {
            return true;
        } catch (RemoteFailure.Gone nobody) {
            return false;
        }
    }

    private boolean isPrivilegedUser(String called) {
        Item user = rest.read("lookup", "/user/" + Address.encoded(called), Map.of())
                .record();
        return !user.has("Privileged") || user.number("Privileged") == 1;
    }

    /** @param login of whoever has made what we have just made */
    void made(String login) {
        if (!login.isEmpty()) {
            us = login;
        }
    }

    /** Ourselves; nothing when our token does not tell who that is. */
    Optional<Rest.Read> ourselves() {
        Matcher token = TOKEN.matcher(settings.token().secret());
        return token.matches()
                ? Optional.of(rest.read("doctor", "/user/" + token.group(1), Map.of()))
                : Optional.empty();
    }
}
