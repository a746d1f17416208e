package cl.buzon.connector.operation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;

/** Settings as MicroProfile Config finds them in system properties and in the environment, without a server to ask. */
final class SettingsOfEnvironment implements Function<String, Optional<String>> {

    private final Properties properties;
    private final Map<String, String> environment;

    SettingsOfEnvironment(Properties properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Optional<String> apply(String name) {
        String variable = name.replaceAll("[^A-Za-z0-9_]", "_");
        return Stream.of(
                        Optional.ofNullable(properties.getProperty(name)),
                        Optional.ofNullable(environment.get(name)),
                        Optional.ofNullable(environment.get(variable)),
                        Optional.ofNullable(environment.get(variable.toUpperCase(Locale.ROOT))))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(value -> !value.isEmpty());
    }
}
