package cl.buzon.web.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.MailView;
import cl.buzon.desk.SyncDesk;
import cl.buzon.desk.SyncFinding;
import cl.buzon.desk.SyncStatus;
import cl.buzon.desk.SyncStep;
import cl.buzon.desk.SyncTrouble;
import cl.buzon.desk.TokenView;
import cl.buzon.notifications.Trouble;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern KEY = Pattern.compile("\\bt\\['([\\w.-]+)']");

    /** A text asked for by its whole key: {@code texts().get("...")}, {@code tell("...")} and their like. */
    private static final Pattern ASKED = Pattern.compile(
            "(?:texts(?:\\(\\))?\\.(?:get|format)|tell|again|event)\\((?:\"[\\w-]+\", )?\"([a-z]\\w*(?:\\.\\w+)+)\"[,)]");

    private static final Pattern QUOTED = Pattern.compile("[\"']([a-z][\\w.]*\\.[\\w.]*)[\"']");

    private final ResourceBundle spanish = bundle("es-CL");
    private final ResourceBundle english = bundle("en");

    @Test
    void englishIsComplete() {
        assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(spanish.keySet());
        assertThat(ownKeys("texts_en.properties")).containsExactlyInAnyOrderElementsOf(ownKeys("texts.properties"));
    }

    /** Of two with one key the later one would be shown in both places. */
    @Test
    void noKeyStandsTwice() {
        assertThat(ownKeys("texts.properties")).doesNotHaveDuplicates();
        assertThat(ownKeys("texts_en.properties")).doesNotHaveDuplicates();
    }

    @Test
    void everyTextThatAPageAsksForIsThere() throws IOException {
        assertThat(spanish.keySet()).containsAll(keys(Path.of("src/main/webapp"), ".xhtml", KEY));
    }

    @Test
    void everyTextThatABeanAsksForIsThere() throws IOException {
        assertThat(spanish.keySet()).containsAll(keys(Path.of("src/main/java/cl/buzon/web/portal"), ".java", ASKED));
    }

    /** Asked for in so many words, or by a beginning to which the code adds a name: {@code "state." + state}. */
    @Test
    void everyTextIsAskedForSomewhere() throws IOException {
        Set<String> literals = keys(Path.of("src/main"), ".xhtml", QUOTED);
        literals.addAll(keys(Path.of("src/main"), ".java", QUOTED));
        Set<String> beginnings = literals.stream()
                .filter(literal -> literal.matches("[a-z][\\w.]*\\.([A-Z]\\w*\\.)?"))
                .collect(Collectors.toSet());

        Set<String> unasked = spanish.keySet().stream()
                .filter(key -> !literals.contains(key))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unasked).isEmpty();
    }

    @Test
    void everyStateHasItsWords() {
        for (CaseState state : CaseState.values()) {
            assertThat(spanish.keySet()).contains("state." + state, "help.state." + state, "home.news.STATE." + state);
        }
        for (CompensationState state : CompensationState.values()) {
            assertThat(spanish.keySet())
                    .contains("compensation." + state, "help.compensation." + state, "event.compensation." + state);
        }
        for (CompensationState shown : Set.of(
                CompensationState.APPROVED,
                CompensationState.PAYMENT_PENDING,
                CompensationState.PAYMENT_FAILED,
                CompensationState.PAID)) {
            assertThat(spanish.keySet()).contains("stamp." + shown);
        }
    }

    @Test
    void everyConditionHasItsWords() {
        assertThat(spanish.keySet())
                .containsAll(each("sync.condition.", SyncStatus.Condition.values()))
                .containsAll(each("sync.about.", SyncTrouble.About.values()))
                .containsAll(each("sync.step.", SyncStep.Kind.values()))
                .containsAll(each("doctor.outcome.", SyncFinding.Outcome.values()))
                .containsAll(each("delivery.", SyncDesk.Delivery.values()))
                .containsAll(each("tokens.state.", TokenView.State.values()))
                .containsAll(each("mails.state.", MailView.State.values()))
                .containsAll(each("mails.trouble.", Trouble.values()));
        for (MailView.State state : MailView.State.values()) {
            assertThat(spanish.keySet()).contains("mails.state." + state + ".text");
        }
    }

    private static Set<String> each(String prefix, Enum<?>[] values) {
        return Stream.of(values).map(value -> prefix + value.name()).collect(Collectors.toSet());
    }

    @Test
    void anEnglishServerStillAnswersInSpanish() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.US);

        ResourceBundle texts = bundle("es-CL");

        Locale.setDefault(before);
        assertThat(texts.getString("frame.home")).isEqualTo("Inicio");
    }

    private static Set<String> keys(Path folder, String ending, Pattern pattern) throws IOException {
        try (Stream<Path> pages = Files.walk(folder)) {
            Set<String> keys = new TreeSet<>();
            for (Path page :
                    pages.filter(path -> path.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(page))
                        .results()
                        .map(TextsTest::key)
                        .forEach(keys::add);
            }
            return keys;
        }
    }

    private static String key(MatchResult found) {
        return found.group(1);
    }

    private static List<String> ownKeys(String file) {
        try {
            List<String> keys = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of("src/main/resources/cl/buzon/web/i18n", file))) {
                if (line.contains("=") && !line.startsWith("#")) {
                    keys.add(line.substring(0, line.indexOf('=')));
                }
            }
            return keys;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("cl.buzon.web.i18n.texts", Locale.forLanguageTag(language));
    }
}
