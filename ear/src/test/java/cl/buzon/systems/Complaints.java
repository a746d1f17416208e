package cl.buzon.systems;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * What the browser complains about while somebody walks through the pages: errors of scripts, what the content
 * security policy refused, and files that are not there.
 */
final class Complaints {

    private final List<String> heard = new ArrayList<>();
    private final List<String> expected = new ArrayList<>(List.of("net::ERR_ABORTED"));

    private Complaints() {}

    static Complaints of(Page page) {
        Complaints complaints = new Complaints();
        page.onConsoleMessage(complaints::hear);
        page.onPageError(error -> complaints.heard.add(page.url() + " script: " + error));
        page.onRequestFailed(complaints::hear);
        return complaints;
    }

    List<String> heard() {
        return heard.stream()
                .filter(complaint -> expected.stream().noneMatch(complaint::contains))
                .toList();
    }

    /** What the test has brought about itself is no complaint. */
    void expect(String part) {
        expected.add(part);
    }

    /** A page that answers 4xx is an error in the console too: then the test has asked for it. */
    private void hear(ConsoleMessage message) {
        boolean aboutThePageItself = message.text().startsWith("Failed to load resource")
                && message.location().startsWith(message.page().url());
        if (message.type().equals("error") && !aboutThePageItself) {
            heard.add(message.page().url() + " console: " + message.text() + " " + message.location());
        }
    }

    /** A request that a navigation cut short has not failed, and neither has a download. */
    private void hear(Request request) {
        heard.add(request.url() + " request: " + request.failure());
    }
}
