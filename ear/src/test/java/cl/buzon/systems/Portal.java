package cl.buzon.systems;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;

/** One window with the portal, and the person before it. Closing it asserts that the browser had nothing to complain about. */
public final class Portal implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final Look look;
    private final Complaints complaints;

    Portal(BrowserContext context, Look look) {
        this.context = context;
        this.page = context.newPage();
        this.look = look;
        this.complaints = Complaints.of(page);
    }

    /** Signs in as a person with the words that the sign-in page uses. */
    public Portal signIn(String user, String password) {
        open("");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Iniciar sesión"))
                .or(button("Iniciar sesión"))
                .first()
                .click();
        page.getByLabel("Usuario").fill(user);
        page.getByLabel("Contraseña", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        button("Iniciar sesión").click();
        return this;
    }

    /** Opens an address of the portal, relative to its first page. */
    public Portal open(String path) {
        page.navigate("./" + path);
        return this;
    }

    /** The page as it is now, for whatever this class has no words for. */
    public Page page() {
        return page;
    }

    /** Asserts that the page as it is now breaks no rule of accessibility. */
    public Portal assertAccessible() {
        Accessibility.assertOf(page);
        return this;
    }

    /** Takes a picture of the whole page. */
    public Portal picture(String name) {
        page.screenshot(new ScreenshotOptions().setPath(look.picture(name)).setFullPage(true));
        return this;
    }

    /** Leaves the window, and fails when the browser has refused or reported something on any of its pages. */
    @Override
    public void close() {
        context.close();
        assertThat(complaints.heard()).as("what the browser complained about").isEmpty();
    }

    private com.microsoft.playwright.Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
