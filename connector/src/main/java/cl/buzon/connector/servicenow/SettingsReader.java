package cl.buzon.connector.servicenow;

import cl.buzon.connector.servicenow.ServiceNowSettings.Login;
import cl.buzon.connector.servicenow.ServiceNowSettings.Names;
import cl.buzon.connector.servicenow.ServiceNowSettings.Secret;
import cl.buzon.connector.translation.SettingSource;
import cl.buzon.connector.translation.ValueMap;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.net.URI;
import java.time.Duration;
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
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,79}");
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}^]{0,100}");
    private static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{N} ._&()-]{0,80}");

    private final SettingSource settings;
    private final boolean sandbox;

    /**
     * @param source the value of a setting, by its whole name
     * @param system {@code servicenow} or {@code sandbox}
     */
    SettingsReader(Function<String, Optional<String>> source, String system) {
        this.settings = new SettingSource(source, PREFIX);
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
                settings.matching(GROUP, "assignment-group", ""),
                settings.number("buzon.connector.parallel", 4, 1, 64),
                Duration.ofSeconds(5),
                settings.duration("deadline", "PT65S"),
                settings.duration("overlap", "PT2M"),
                new ServiceNowSettings.Closing(value("close-code", ""), value("close-notes", "Closed by customer")),
                settings.text("integration-user").or(() -> login.user().map(Secret::name)),
                ignored(),
                settings.truth("adopt-by-number", true),
                settings.number("buzon.connector.rate", 0, 0, 1000));
    }

    private void judge(String setting) {
        settings.mustEndIn(CaseState.values(), "state", setting);
        settings.mustEndIn(CompensationState.values(), "compensation", setting);
        if (setting.startsWith(PREFIX + "category.")) {
            value(setting.substring(PREFIX.length()), "");
        }
    }

    /** Their states that are none of ours, by their values. */
    private Set<String> ignored() {
        Set<String> values = settings.text("ignored-states")
                .map(list -> Stream.of(list.split(",", -1)).map(String::strip).collect(Collectors.toSet()))
                .orElse(Set.of());
        ValueMap mapped = states();
        values.stream().filter(mapped.values()::contains).findFirst().ifPresent(both -> {
            throw SettingSource.wrong(
                    PREFIX + "ignored-states", "must not have " + both + ", which is " + mapped.toOurs(both));
        });
        return values;
    }

    private URI url() {
        String usual = "http://localhost:" + settings.any("buzon.port").orElse("8080") + "/sandbox";
        String text = sandbox ? settings.text("url").orElse(usual) : settings.needed("url");
        return settings.address("url", text, "https://company.service-now.com");
    }

    private Login login() {
        Optional<Secret> client =
                settings.text("oauth.client-id").map(id -> secret(id, PREFIX + "oauth.client-secret"));
        Optional<Secret> user = settings.text("username").map(name -> secret(name, PREFIX + "password"));
        if (client.isEmpty() && user.isEmpty()) {
            if (!sandbox) {
                throw SettingSource.missing(PREFIX + "username");
            }
            user = Optional.of(new Secret(
                    settings.any("buzon.sandbox.username").orElse("buzon.integration"),
                    settings.any("buzon.sandbox.password").orElse("Buzon-demo-2026")));
        }
        return new Login(client, user);
    }

    private Secret secret(String name, String setting) {
        return new Secret(name, settings.any(setting).orElseThrow(() -> SettingSource.missing(setting)));
    }

    private ValueMap states() {
        Map<String, String> map = new HashMap<>();
        ServiceNowSettings.defaultStates()
                .forEach((state, usual) -> map.put(state.name(), value("state." + state, usual)));
        if (map.size() != CaseState.values().length) {
            throw new IllegalStateException("a state has no value");
        }
        return settings.map("state", map);
    }

    private ValueMap compensations() {
        Map<String, String> map = new HashMap<>();
        for (CompensationState state : CompensationState.values()) {
            map.put(state.name(), value("compensation." + state, ServiceNowSettings.defaultCompensation(state)));
        }
        return settings.map("compensation", map);
    }

    private String name(String key, String usual) {
        return settings.matching(NAME, key, usual);
    }

    private String value(String key, String usual) {
        return settings.matching(VALUE, key, usual);
    }
}
