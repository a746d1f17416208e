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

    /** Writes to the executive, with files or without. */
    public TrackingView write(String text, SampleFile... files) {
        page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Tu respuesta"))
                .fill(text);
        page.locator("form:has(textarea[name=reply]) input[type=file]")
                .setInputFiles(Arrays.stream(files).map(SampleFile::payload).toArray(FilePayload[]::new));
        portal.press("Enviar");
        return this;
    }

    /** The form as it stands there arrives twice at once, as by a connection that hangs; browsers drop a double click. */
    public void writeAndSendTwice(String text) {
        page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Tu respuesta"))
                .fill(text);
        page.evaluate("""
                async () => {
                    const form = document.querySelector("form:has(textarea[name=reply])");
                    const button = form.querySelector("[type=submit].primary");
                    const send = () => fetch(form.action,
                        { method: "POST", body: new FormData(form, button), redirect: "manual" });
                    await Promise.all([send(), send()]);
                }""");
    }

    /** Whether there is a place to write. */
    public boolean takesMessages() {
        return page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Tu respuesta"))
                        .count()
                == 1;
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
