package cl.buzon.systems;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Arrays;
import java.util.List;

/** The tracking of one case, as the customer sees it. */
public final class TrackingView {

    private final Portal portal;
    private final Page page;

    TrackingView(Portal portal) {
        this.portal = portal;
        this.page = portal.page();
    }

    /** Number, state, subject and executive. */
    public String head() {
        return page.locator(".case-head").innerText();
    }

    /** State and amount of the compensation. */
    public String compensation() {
        return section("Indemnización").innerText();
    }

    /** What was said and what happened. */
    public String conversation() {
        return page.getByRole(AriaRole.LOG).innerText();
    }

    /** The names of all files of the case. */
    public List<String> files() {
        return section("Archivos").locator("a[href*='/attachments/'] .name").allInnerTexts();
    }

    /** Where a file is downloaded from, within the portal. */
    public String addressOf(SampleFile file) {
        String address = section("Archivos")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(file.name()))
                .getAttribute("href");
        return address.replaceFirst(".*/csm/", "");
    }

    /** Writes to the executive, with files or without, and waits until it is said. */
    public TrackingView write(String text, SampleFile... files) {
        type(text).attach(files);
        if (page.locator("html.js").count() == 0) {
            portal.press("Enviar");
            return this;
        }
        int before = said().count();
        send();
        page.waitForCondition(() -> said().count() > before && unsaid().count() == 0);
        return this;
    }

    /** Types an answer, and sends nothing. */
    public TrackingView type(String text) {
        reply().fill(text);
        return this;
    }

    /** What stands in the field of the answer. */
    public String typed() {
        return reply().inputValue();
    }

    /** Chooses files for the answer. */
    public TrackingView attach(SampleFile... files) {
        page.locator("form:has(textarea[name=reply]) input[name=files]")
                .setInputFiles(Arrays.stream(files).map(SampleFile::payload).toArray(FilePayload[]::new));
        return this;
    }

    /** Presses the button, and waits for nothing. */
    public TrackingView send() {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Enviar").setExact(true))
                .click();
        return this;
    }

    /** What the customer has said and the portal has taken. */
    public Locator said() {
        return page.locator(".message.mine:not(.pending)");
    }

    /** What the customer has written and is still on its way. */
    public Locator unsaid() {
        return page.locator(".message.pending");
    }

    /** The files of the answer that is being written, each with its name and how far it is. */
    public Locator files(String name) {
        return page.locator(".composer .file").filter(new Locator.FilterOptions().setHasText(name));
    }

    /** How the page says that it hears of news: En vivo, or Reconectando. */
    public Locator line() {
        return page.locator("#case-line");
    }

    /** The button that leads to what has come while one was reading elsewhere. */
    public Locator news() {
        return page.locator("#case-news");
    }

    private Locator reply() {
        return page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Tu respuesta"));
    }

    /** The form as it stands there arrives twice at once, as by a connection that hangs; browsers drop a double click. */
    public void writeAndSendTwice(String text) {
        type(text);
        page.evaluate("""
                async () => {
                    const form = document.querySelector("form:has(textarea[name=reply])");
                    const button = form.querySelector("[type=submit].primary");
                    const send = () => fetch(form.action,
                        { method: "POST", body: new FormData(form, button), redirect: "manual" });
                    await Promise.all([send(), send()]);
                }""");
    }

    /** What was written and could not be said any more. */
    public Locator left() {
        return page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Esto no se envió"));
    }

    /** Whether there is a place to write. */
    public boolean takesMessages() {
        return reply().count() == 1;
    }

    /** Reads it anew. */
    public TrackingView reload() {
        portal.reload();
        return this;
    }

    private Locator section(String heading) {
        return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName(heading));
    }
}
