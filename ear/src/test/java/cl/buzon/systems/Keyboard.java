package cl.buzon.systems;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.util.Locale;

/** The keyboard of somebody who has no mouse: goes from control to control as the page orders them, and sees where it is. */
public final class Keyboard {

    /** More controls than any page has. */
    private static final int MOST = 200;

    /** What a screen reader would call the control that has the focus. */
    private static final String FOCUSED = """
            () => {
                const at = document.activeElement;
                if (!at || at === document.body) {
                    return '';
                }
                const words = at.getAttribute('aria-labelledby')?.split(' ')
                    .map(id => document.getElementById(id)?.textContent).join(' ');
                return (at.getAttribute('aria-label') || words || at.labels?.[0]?.textContent || at.textContent || '')
                    .replace(/\\s+/g, ' ').trim();
            }""";

    /** Whether somebody sees which control has the focus: it lies in the window, and something is drawn around it. */
    private static final String SEEN = """
            () => {
                const drawn = one => getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none';
                const at = document.activeElement;
                const box = at.getBoundingClientRect();
                const around = [at, at.parentElement, at.labels?.[0]].filter(one => one);
                return box.bottom > 0 && box.top < innerHeight && around.some(drawn);
            }""";

    private final Portal portal;
    private final Page page;

    Keyboard(Portal portal) {
        this.portal = portal;
        this.page = portal.page();
    }

    /** Goes on, by the tabulator alone, to the next control that is called so. */
    public Keyboard to(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        StringBuilder passed = new StringBuilder();
        for (int i = 0; i < MOST; i++) {
            page.keyboard().press("Tab");
            String at = focused();
            if (at.toLowerCase(Locale.ROOT).startsWith(wanted)) {
                if (!(boolean) page.evaluate(SEEN)) {
                    throw new AssertionError("nobody sees that the focus is on " + at);
                }
                return this;
            }
            passed.append("\n  ").append(at);
        }
        throw new AssertionError("no key leads to " + name + " on " + page.url() + ", only to" + passed);
    }

    /** Goes on to the next group of choices, and chooses in it by the arrows. */
    public Keyboard choose(String name) {
        for (int i = 0; i < MOST && !(boolean) page.evaluate("document.activeElement.type === 'radio'"); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Space");
        for (int i = 0; i < MOST && !focused().startsWith(name); i++) {
            page.keyboard().press("ArrowDown");
        }
        return this;
    }

    public Keyboard type(String words) {
        page.keyboard().type(words);
        return this;
    }

    /** Presses what has the focus, and waits for the page to which that leads. */
    public Keyboard enter() {
        portal.turnPage(() -> page.keyboard().press("Enter"));
        return this;
    }

    /** Presses keys that the page itself answers, such as {@code Control+Enter}. */
    public Keyboard press(String keys) {
        page.keyboard().press(keys);
        return this;
    }

    /** Opens what is folded under the summary that has the focus. */
    public Keyboard unfold() {
        return press("Enter");
    }

    /** Opens the choice of files that has the focus, and chooses one. */
    public Keyboard attach(SampleFile file) {
        portal.choiceOfFiles(() -> page.keyboard().press("Space")).setFiles(file.payload());
        return this;
    }

    /** Saves the file to which the link that has the focus leads. */
    public ReportFile save() {
        Download download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        return new ReportFile(download.suggestedFilename(), download.path());
    }

    private String focused() {
        return (String) page.evaluate(FOCUSED);
    }
}
