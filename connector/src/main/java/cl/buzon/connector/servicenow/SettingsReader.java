package cl.buzon.connector.servicenow;

import cl.buzon.connector.servicenow.ServiceNowSettings.Login;
import cl.buzon.connector.servicenow.ServiceNowSettings.Names;
import cl.buzon.connector.servicenow.ServiceNowSettings.Secret;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the settings of the adapter and judges them before anything is called; each complaint names its setting. */
final class SettingsReader {

    static final String SANDBOX = "sandbox";

    private static final String PREFIX = "buzon.servicenow.";
    private static final String RATE = "buzon.connector.rate";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,79}");
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}^]{0,100}");
    private static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{N} ._&()-]{0,80}");

    private final Function<String, Optional<String>> source;
    private final boolean sandbox;

    /**
     * @param source the value of a setting, by its whole name
     * @param system {@code servicenow} or {@code sandbox}
     */
    SettingsReader(Function<String, Optional<String>> source, String system) {
        this.source = source;
        this.sandbox = system.equals(SANDBOX);
    }

    /** @param names of all settings that there are */
    SettingsReader knowing(Iterable<String> names) {
        names.forEach(this::judge);
        return this;
    }

    ServiceNowSettings read() {
        Login login = login();
        return new ServiceNowSettings(
                url(),
                login,
                name("table", "sn_customerservice_case"),
                new Names(
                        name("field.tracking-number", "u_tracking_number"),
                        name("field.category", "u_category"),
                        name("field.compensation-state", "u_compensation_state"),
                        name("field.compensation-amount", "u_compensation_amount")),
                states(),
                compensations(),
                code -> value("category." + code, code),
                matching(
                        GROUP,
                        PREFIX + "assignment-group",
                        text("assignment-group").orElse("")),
                parallel(),
                Duration.ofSeconds(5),
                duration("deadline", "PT65S"),
                duration("overlap", "PT2M"),
                new ServiceNowSettings.Closing(value("close-code", ""), value("close-notes", "Closed by customer")),
                text("integration-user").or(() -> login.user().map(Secret::name)),
                ignored(),
                truth("adopt-by-number", true),
                number(RATE, any(RATE).orElse("0"), 0, 1000));
    }

    /** What is set for a word that does not exist would be missed by nobody but those who have set it. */
    private void judge(String setting) {
        if (setting.startsWith(PREFIX + "state.")) {
            word(setting, PREFIX + "state.", CaseState.values());
        } else if (setting.startsWith(PREFIX + "compensation.")) {
            word(setting, PREFIX + "compensation.", CompensationState.values());
        } else if (setting.startsWith(PREFIX + "category.")) {
            value(setting.substring(PREFIX.length()), "");
        }
    }

    private static void word(String setting, String prefix, Enum<?>[] words) {
        String name = setting.substring(prefix.length());
        if (Stream.of(words).noneMatch(word -> word.name().equals(name))) {
            throw wrong(
                    setting,
                    "must end in one of " + Stream.of(words).map(Enum::name).collect(Collectors.joining(", ")));
        }
    }

    /** Their states that are none of ours, by their values. */
    private Set<String> ignored() {
        Set<String> values = text("ignored-states")
                .map(list -> Stream.of(list.split(",", -1)).map(String::strip).collect(Collectors.toSet()))
                .orElse(Set.of());
        ValueMap mapped = states();
        values.stream().filter(mapped.values()::contains).findFirst().ifPresent(both -> {
            throw wrong(PREFIX + "ignored-states", "must not have " + both + ", which is " + mapped.toOurs(both));
        });
        return values;
    }

    private boolean truth(String key, boolean usual) {
        String text = text(key).orElse("" + usual);
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(PREFIX + key, "must be true or false");
        }
        return text.equals("true");
    }

    private URI url() {
        String text = text("url")
                .orElseGet(() -> sandbox
                        ? "http://localhost:" + any("buzon.port").orElse("8080") + "/sandbox"
                        : missing(PREFIX + "url"));
        URI url;
        try {
            url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (URISyntaxException e) {
            throw wrong(PREFIX + "url", "is no address");
        }
        String host = url.getHost();
        if (host == null || url.getRawQuery() != null || url.getRawFragment() != null || url.getUserInfo() != null) {
            throw wrong(PREFIX + "url", "must be an address such as https://company.service-now.com");
        }
        boolean plain = "http".equals(url.getScheme()) && isLoopback(host);
        if (!"https".equals(url.getScheme()) && !plain) {
            throw wrong(PREFIX + "url", "must begin with https://, unless it is on this machine");
        }
        return url;
    }

    private static boolean isLoopback(String host) {
        try {
            return host.equals("localhost") || InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Login login() {
        Optional<Secret> client = text("oauth.client-id").map(id -> secret(id, PREFIX + "oauth.client-secret"));
        Optional<Secret> user = text("username").map(name -> secret(name, PREFIX + "password"));
        if (client.isEmpty() && user.isEmpty()) {
            if (!sandbox) {
                missing(PREFIX + "username");
            }
            user = Optional.of(new Secret(
                    any("buzon.sandbox.username").orElse("buzon.integration"),
                    any("buzon.sandbox.password").orElse("Buzon-demo-2026")));
        }
        return new Login(client, user);
    }

    private Secret secret(String name, String setting) {
        return new Secret(name, any(setting).orElseGet(() -> missing(setting)));
    }

    private ValueMap states() {
        Map<String, String> map = new HashMap<>();
        ServiceNowSettings.defaultStates()
                .forEach((state, usual) -> map.put(state.name(), value("state." + state, usual)));
        if (map.size() != CaseState.values().length) {
            throw new IllegalStateException("a state has no value");
        }
        return map("state", map);
    }

    private ValueMap compensations() {
        Map<String, String> map = new HashMap<>();
        for (CompensationState state : CompensationState.values()) {
            map.put(state.name(), value("compensation." + state, ServiceNowSettings.defaultCompensation(state)));
        }
        return map("compensation", map);
    }

    private static ValueMap map(String what, Map<String, String> values) {
        try {
            return new ValueMap(values);
        } catch (IllegalArgumentException twice) {
            throw wrong(PREFIX + what + ".*", "must be different values: " + twice.getMessage());
        }
    }

    private int parallel() {
        String setting = "buzon.connector.parallel";
        return number(setting, any(setting).orElse("4"), 1, 64);
    }

    private Duration duration(String key, String usual) {
        try {
            Duration duration = Duration.parse(text(key).orElse(usual));
            if (duration.compareTo(Duration.ofMillis(100)) >= 0 && duration.compareTo(Duration.ofHours(1)) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw wrong(PREFIX + key, "is no duration such as " + usual);
        }
        throw wrong(PREFIX + key, "must lie between PT0.1S and PT1H");
    }

    private static int number(String setting, String text, int min, int max) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(setting, "is no number");
        }
        throw wrong(setting, "must lie between " + min + " and " + max);
    }

    private String name(String key, String usual) {
        return matching(NAME, PREFIX + key, text(key).orElse(usual));
    }

    private String value(String key, String usual) {
        return matching(VALUE, PREFIX + key, text(key).orElse(usual));
    }

    private static String matching(Pattern form, String setting, String value) {
        if (!form.matcher(value).matches()) {
            throw wrong(setting, "must have the form " + form.pattern());
        }
        return value;
    }

    private Optional<String> text(String key) {
        return any(PREFIX + key);
    }

    private Optional<String> any(String setting) {
        return source.apply(setting).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String missing(String setting) {
        throw new IllegalArgumentException("The setting " + setting + " is missing");
    }

    private static IllegalArgumentException wrong(String setting, String complaint) {
        return new IllegalArgumentException("The setting " + setting + " " + complaint);
    }
}
