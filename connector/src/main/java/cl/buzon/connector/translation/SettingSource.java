package cl.buzon.connector.translation;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the settings of one adapter and judges them, before anything is called; each complaint names its setting. */
public final class SettingSource {

    private final Function<String, Optional<String>> source;
    private final String prefix;

    /**
     * @param source the value of a setting, by its whole name
     * @param prefix of the adapter's own settings, with its dot
     */
    public SettingSource(Function<String, Optional<String>> source, String prefix) {
        this.source = source;
        this.prefix = prefix;
    }

    /** The whole name of a setting of the adapter. */
    public String name(String key) {
        return prefix + key;
    }

    /** The value of a setting of the adapter; nothing when it is blank. */
    public Optional<String> text(String key) {
        return any(prefix + key);
    }

    /** The same of any setting, by its whole name. */
    public Optional<String> any(String setting) {
        return source.apply(setting).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** @throws IllegalArgumentException when there is none */
    public String needed(String key) {
        return text(key).orElseThrow(() -> missing(prefix + key));
    }

    /** @param form what the value must look like */
    public String matching(Pattern form, String key, String usual) {
        String value = text(key).orElse(usual);
        if (!form.matcher(value).matches()) {
            throw wrong(prefix + key, "must have the form " + form.pattern());
        }
        return value;
    }

    public boolean truth(String key, boolean usual) {
        String text = text(key).orElse("" + usual);
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(prefix + key, "must be true or false");
        }
        return text.equals("true");
    }

    /** @param usual in the form of ISO 8601, as the setting itself */
    public Duration duration(String key, String usual) {
        try {
            Duration duration = Duration.parse(text(key).orElse(usual));
            if (duration.compareTo(Duration.ofMillis(100)) >= 0 && duration.compareTo(Duration.ofHours(1)) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw wrong(prefix + key, "is no duration such as " + usual);
        }
        throw wrong(prefix + key, "must lie between PT0.1S and PT1H");
    }

    /** @param setting by its whole name */
    public int number(String setting, int usual, int min, int max) {
        try {
            int number = Integer.parseInt(any(setting).orElse("" + usual));
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(setting, "is no number");
        }
        throw wrong(setting, "must lie between " + min + " and " + max);
    }

    /**
     * An address without a slash at its end, which nobody can listen to on the way.
     *
     * @param text as it was set
     * @param example of a good one
     */
    public URI address(String key, String text, String example) {
        URI url;
        try {
            url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (URISyntaxException e) {
            throw wrong(prefix + key, "is no address");
        }
        String host = url.getHost();
        if (host == null || url.getRawQuery() != null || url.getRawFragment() != null || url.getUserInfo() != null) {
            throw wrong(prefix + key, "must be an address such as " + example);
        }
        boolean plain = "http".equals(url.getScheme()) && isLoopback(host);
        if (!"https".equals(url.getScheme()) && !plain) {
            throw wrong(prefix + key, "must begin with https://, unless it is on this machine");
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

    /**
     * Words of ours with the other side's values.
     *
     * @param what the settings' names begin with, without its dot
     */
    public ValueMap map(String what, Map<String, String> values) {
        try {
            return new ValueMap(values);
        } catch (IllegalArgumentException twice) {
            throw wrong(prefix + what + ".*", "must be different values: " + twice.getMessage());
        }
    }

    /**
     * What is set for a word that does not exist would be missed by nobody but those who have set it.
     *
     * @param setting that may or may not be one of these
     */
    public void mustEndIn(Enum<?>[] words, String what, String setting) {
        mustEndIn(Stream.of(words).map(Enum::name).toList(), what, setting);
    }

    /**
     * The same for any words. A variable of the environment is also named in small letters with dots, whatever the word has in
     * their place: that is good as long as its value is found under the word itself.
     */
    public void mustEndIn(List<String> words, String what, String setting) {
        String start = prefix + what + ".";
        if (setting.startsWith(start)) {
            String end = setting.substring(start.length());
            boolean heeded = words.stream()
                    .filter(word -> plain(word).equals(plain(end)))
                    .anyMatch(word -> word.equals(end)
                            || any(setting).isEmpty()
                            || any(start + word).isPresent());
            if (!heeded) {
                throw wrong(setting, "must end in one of " + String.join(", ", words));
            }
        }
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[._-]", ".");
    }

    /** Judges a value that is asked for only much later, by a name that nobody knows before. */
    public void mustMatch(Pattern form, String what, String setting) {
        String start = prefix + what + ".";
        if (setting.startsWith(start)) {
            matching(form, setting.substring(prefix.length()), "-");
        }
    }

    public static IllegalArgumentException missing(String setting) {
        return new IllegalArgumentException("The setting " + setting + " is missing");
    }

    public static IllegalArgumentException wrong(String setting, String complaint) {
        return new IllegalArgumentException("The setting " + setting + " " + complaint);
    }
}
