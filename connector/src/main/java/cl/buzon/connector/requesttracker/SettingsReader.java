package cl.buzon.connector.requesttracker;

import cl.buzon.connector.requesttracker.RequestTrackerSettings.Fields;
import cl.buzon.connector.requesttracker.RequestTrackerSettings.Token;
import cl.buzon.connector.translation.SettingSource;
import cl.buzon.connector.translation.ValueMap;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the settings of the adapter and judges them before anything is called; each complaint names its setting. */
final class SettingsReader {

    private static final String PREFIX = "buzon.requesttracker.";

    /** Of queues and custom fields: what a query can hold without being changed by it. */
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}{}'\"\\\\]{1,200}");

    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final Pattern STATUS = Pattern.compile("[^\\p{Cntrl}'\"\\\\]{1,64}");
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,200}");

    private static final List<String> FIELDS = List.of(
            "case-number",
            "tracking-number",
            "category",
            "compensation-state",
            "compensation-amount",
            "resolution-code",
            "resolution-notes");

    private final SettingSource settings;

    /** @param source the value of a setting, by its whole name */
    SettingsReader(Function<String, Optional<String>> source) {
        this.settings = new SettingSource(source, PREFIX);
    }

    /** @param names of all settings that there are */
    SettingsReader knowing(Iterable<String> names) {
        for (String name : names) {
            settings.mustEndIn(CaseState.values(), "state", name);
            settings.mustEndIn(CompensationState.values(), "compensation", name);
            settings.mustEndIn(FIELDS, "field", name);
            settings.mustMatch(VALUE, "category", name);
        }
        return this;
    }

    RequestTrackerSettings read() {
        Map<String, String> states = states();
        String closed = Objects.requireNonNull(states.remove(CaseState.CLOSED.name()));
        return new RequestTrackerSettings(
                settings.address("url", settings.needed("url"), "https://rt.company.example"),
                token(),
                settings.matching(NAME, "queue", "Reclamos"),
                new Fields(
                        field("case-number", "Caso CSM"),
                        field("tracking-number", "Numero de Envio"),
                        field("category", "Categoria"),
                        field("compensation-state", "Estado Indemnizacion"),
                        field("compensation-amount", "Monto Indemnizacion"),
                        optional("resolution-code"),
                        optional("resolution-notes")),
                settings.map("state", states),
                closed(closed, states),
                compensations(),
                code -> settings.matching(VALUE, "category." + code, code),
                settings.number("buzon.connector.parallel", 4, 1, 64),
                Duration.ofSeconds(5),
                settings.duration("deadline", "PT65S"),
                settings.duration("overlap", "PT2M"),
                settings.number("buzon.connector.rate", 0, 0, 1000));
    }

    private Token token() {
        String secret = settings.needed("token");
        if (!TOKEN.matcher(secret).matches()) {
            throw SettingSource.wrong(PREFIX + "token", "is no token such as 1-14-3f...");
        }
        return new Token(secret);
    }

    private String field(String key, String usual) {
        return settings.matching(NAME, "field." + key, usual);
    }

    private Optional<String> optional(String key) {
        return settings.text("field." + key).map(name -> field(key, name));
    }

    private Map<String, String> states() {
        Map<String, String> map = new HashMap<>();
        RequestTrackerSettings.defaultStates()
                .forEach((state, usual) ->
                        map.put(state.name(), settings.matching(STATUS, "state." + state.name(), usual)));
        if (map.size() != CaseState.values().length) {
            throw new IllegalStateException("a state has no status");
        }
        return map;
    }

    /** A closed case may look as a resolved one there, and as no other. */
    private static String closed(String closed, Map<String, String> others) {
        others.forEach((state, status) -> {
            if (status.equals(closed) && !state.equals(CaseState.RESOLVED.name())) {
                throw SettingSource.wrong(
                        PREFIX + "state.CLOSED", "must not have the value " + closed + ", which is " + state);
            }
        });
        return closed;
    }

    private ValueMap compensations() {
        Map<String, String> map = new HashMap<>();
        for (CompensationState state : CompensationState.values()) {
            map.put(
                    state.name(),
                    settings.matching(
                            VALUE, "compensation." + state.name(), RequestTrackerSettings.defaultCompensation(state)));
        }
        return settings.map("compensation", map);
    }
}
