package cl.buzon.notifications;

import cl.buzon.notifications.Sheet.Fact;
import cl.buzon.notifications.Sheet.Pill;
import cl.buzon.notifications.Sheet.Quote;
import cl.buzon.notifications.Template.Html;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a letter as text and as HTML, the same in both. */
@ApplicationScoped
class Stationery {

    private static final Template LETTER = Template.named("letter");
    private static final Template MARK = Template.named("mark");
    private static final Template PILL = Template.named("pill");
    private static final Template POINTS = Template.named("points");
    private static final Template QUOTE = Template.named("quote");
    private static final Template FACTS = Template.named("facts");
    private static final Template FACT = Template.named("fact");
    private static final Template CHOOSE = Template.named("choose");

    private final MailSettings settings;

    /** For the proxy that the container makes. */
    @SuppressWarnings("NullAway")
    protected Stationery() {
        this.settings = null;
    }

    @Inject
    Stationery(MailSettings settings) {
        this.settings = settings;
    }

    Letter write(Sheet sheet, Language language) {
        Words words = new Words(language);
        return new Letter(sheet.subject(), text(sheet, words), html(sheet, language, words));
    }

    private String html(Sheet sheet, Language language, Words words) {
        Letterhead head = settings.letterhead();
        return LETTER.fill(Map.ofEntries(
                        Map.entry("language", language.code()),
                        Map.entry("subject", sheet.subject()),
                        Map.entry("preheader", sheet.preheader()),
                        Map.entry("light", head.light()),
                        Map.entry("dark", head.dark()),
                        Map.entry("darkSoft", head.darkSoft()),
                        Map.entry("darkLine", head.darkLine()),
                        Map.entry("stamp", head.stamp()),
                        Map.entry("mark", head.ownMark() ? MARK.fill(Map.of("light", head.light())) : Html.NONE),
                        Map.entry("brand", words.get("brand", head.operator())),
                        Map.entry("pill", pill(sheet.pill(), head)),
                        Map.entry("heading", sheet.heading()),
                        Map.entry("opening", sheet.opening()),
                        Map.entry("points", points(sheet.points())),
                        Map.entry("quotes", all(sheet.quotes(), quote -> quote(quote, head))),
                        Map.entry("action", sheet.action()),
                        Map.entry("address", sheet.address()),
                        Map.entry("facts", facts(sheet.facts())),
                        Map.entry("foot", words.get("foot")),
                        Map.entry("choose", sheet.choice() ? choose(words) : Html.NONE)))
                .source();
    }

    private static Html pill(@Nullable Pill pill, Letterhead head) {
        return pill == null
                ? Html.NONE
                : PILL.fill(Map.of(
                        "tone", pill.tone().name().toLowerCase(Locale.ROOT),
                        "ground", pill.tone().ground(head),
                        "ink", pill.tone().ink(head),
                        "words", pill.words()));
    }

    private static Html points(List<String> points) {
        return points.isEmpty() ? Html.NONE : POINTS.fill(Map.of("lines", Template.lines(String.join("\n", points))));
    }

    private static Html quote(Quote quote, Letterhead head) {
        return QUOTE.fill(Map.of("head", quote.head(), "lines", Template.lines(quote.text()), "line", head.line()));
    }

    private static Html facts(List<Fact> facts) {
        return facts.isEmpty()
                ? Html.NONE
                : FACTS.fill(Map.of(
                        "rows", all(facts, fact -> FACT.fill(Map.of("label", fact.label(), "value", fact.value())))));
    }

    private Html choose(Words words) {
        return CHOOSE.fill(Map.of(
                "address", choiceAddress(),
                "words", words.get("foot.choose"),
                "light", settings.letterhead().light()));
    }

    private String choiceAddress() {
        return settings.link("/cuenta");
    }

    private static <T> Html all(List<T> things, Function<T, Html> each) {
        return things.stream().map(each).reduce(Html.NONE, Html::and);
    }

    private String text(Sheet sheet, Words words) {
        Stream<String> parts = Stream.of(
                        Stream.of(sheet.heading(), sheet.opening()),
                        sheet.points().isEmpty()
                                ? Stream.<String>empty()
                                : Stream.of(String.join("\n", sheet.points())),
                        sheet.quotes().stream().map(Stationery::quoted),
                        Stream.of(sheet.action() + ":\n" + sheet.address()),
                        sheet.facts().isEmpty() ? Stream.<String>empty() : Stream.of(listed(sheet.facts())),
                        Stream.of("-- \n" + words.get("foot")),
                        sheet.choice()
                                ? Stream.of(words.get("foot.choose") + ":\n" + choiceAddress())
                                : Stream.<String>empty())
                .flatMap(Function.identity());
        return parts.collect(Collectors.joining("\n\n")) + "\n";
    }

    private static String quoted(Quote quote) {
        return Stream.concat(Stream.of(quote.head()), quote.text().lines())
                .map(line -> "> " + line)
                .collect(Collectors.joining("\n"));
    }

    private static String listed(List<Fact> facts) {
        return facts.stream().map(fact -> fact.label() + ": " + fact.value()).collect(Collectors.joining("\n"));
    }
}
