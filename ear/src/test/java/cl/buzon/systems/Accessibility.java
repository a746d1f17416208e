package cl.buzon.systems;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** What axe-core finds on a page, said so that one can mend it. */
final class Accessibility {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** In a frame that runs no script axe waits for ever. */
    private static final String SILENT = "iframe[sandbox='']";

    private Accessibility() {}

    static void assertOf(Page page) {
        assertNothingOf(page, axe(page).withTags(RULES));
    }

    /** Of the same page in other colours: nothing else can have changed. */
    static void assertColoursOf(Page page) {
        assertNothingOf(page, axe(page).withRules(List.of("color-contrast")));
    }

    /** Says where a rule is broken, and not wherever one is kept: that takes most of the time on a long page. */
    private static AxeBuilder axe(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        // In the page itself: frames of other origins, which would need more, we have none
        return new AxeBuilder(page).options(options).setLegacyMode(true);
    }

    private static void assertNothingOf(Page page, AxeBuilder axe) {
        List<String> violations = axe.exclude(SILENT).analyze().getViolations().stream()
                .map(Accessibility::inWords)
                .toList();
        assertThat(violations).as("accessibility of %s", page.url()).isEmpty();
    }

    private static String inWords(Rule rule) {
        String places = rule.getNodes().stream()
                .map(node -> "\n    " + node.getTarget() + "  " + node.getHtml())
                .collect(Collectors.joining());
        return rule.getId() + ": " + rule.getHelp() + places;
    }
}
