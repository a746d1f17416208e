package cl.buzon.systems;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ViewportSize;
import java.util.List;
import java.util.function.Consumer;

/** One window with the portal, and the person before it. Closing it asserts that the browser had nothing to complain about. */
public final class Portal implements AutoCloseable {

    /** Widths of windows that a page must fit, the narrowest by WCAG 2.2, 1.4.10. */
    private static final List<Integer> NARROW = List.of(320, 360, 683, 768, 840, 1024, 1280);

    /** In milliseconds. */
    private static final double FIRST_TRY = 8_000;

    private final BrowserContext context;
    private final Page page;
    private final Look look;
    private final Complaints complaints;
    private int pagesRead;

    Portal(BrowserContext context, Look look) {
        this.context = context;
        this.page = context.newPage();
        this.look = look;
        this.complaints = Complaints.of(page);
        page.onDOMContentLoaded(read -> pagesRead++);
    }

    /** Goes in by the page for that. */
    public Portal signIn(Person person) {
        return open("ingresar").giveName(person);
    }

    /** Fills in the sign-in page as it stands there. */
    public Portal giveName(Person person) {
        page.getByLabel("Usuario").fill(person.user());
        page.getByLabel("Contraseña", new Page.GetByLabelOptions().setExact(true))
                .fill(person.password());
        return press("Iniciar sesión");
    }

    /** Whoever comes in with a temporary password makes an own one. */
    public Portal makePassword(String password) {
        page.getByLabel("Contraseña nueva", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        page.getByLabel("Repite la contraseña", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        return press("Guardar y entrar");
    }

    /** By the menu under one's own name. */
    public Portal signOut() {
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("Cuenta de"))
                .click();
        return press("Cerrar sesión");
    }

    /** Opens an address of the portal, relative to its first page. */
    public Portal open(String path) {
        page.navigate("./" + path);
        return this;
    }

    /** Follows the first link on the page that is called so. */
    public Portal follow(String link) {
        return turnPage(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(link))
                .first()::click);
    }

    /** Presses the button that is called so. */
    public Portal press(String button) {
        return turnPage(page.getByRole(
                        AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .first()::click);
    }

    /** Clicks what leads to another page. */
    public Portal turn(String selector) {
        return turnPage(page.locator(selector).first()::click);
    }

    /** By the search of the header. */
    public Portal find(String what) {
        Locator search = page.locator("#find");
        search.fill(what);
        return turnPage(() -> search.press("Enter"));
    }

    /** The picture in the corner that leads home. */
    public Portal followLogo() {
        return turnPage(page.getByRole(AriaRole.BANNER)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Inicio"))
                .first()::click);
    }

    /** Does what leads to another page, or to the same one anew, and waits until it is there. */
    Portal turnPage(Runnable step) {
        int before = pagesRead;
        step.run();
        page.waitForCondition(() -> pagesRead > before);
        return this;
    }

    /** Reads the page anew. */
    public Portal reload() {
        page.reload();
        return this;
    }

    /** The page as somebody uses it who has no mouse. */
    public Keyboard keyboard() {
        return new Keyboard(this);
    }

    /** An empty form for a new case, at its first step, whatever this customer has left unsent. */
    public ClaimForm newCase() {
        follow("Crear caso");
        if (page.locator("#resumed").isVisible()) {
            press("Empezar otro");
        }
        return claimForm();
    }

    /** The form for a new case, at the step where the page is. */
    public ClaimForm claimForm() {
        return new ClaimForm(this);
    }

    /** The tracking of a case. */
    public TrackingView tracking(String caseNumber) {
        open("caso?numero=" + caseNumber);
        return new TrackingView(this);
    }

    /** The report of all cases, by the navigation. */
    public ReportView report() {
        turnPage(page.getByRole(AriaRole.NAVIGATION)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName("Casos").setExact(true))
                .first()::click);
        return new ReportView(this);
    }

    /** What the page says, without what stands around it on every page. */
    public String words() {
        return page.getByRole(AriaRole.MAIN).innerText();
    }

    /** The page's own heading. */
    public String heading() {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1))
                .first()
                .innerText();
    }

    /** Where the page is, within the portal. */
    public String address() {
        return page.url().replaceFirst(".*/csm", "");
    }

    /** With what status a page of the portal answers this visitor. */
    public int statusOf(String path) {
        Response answer = page.navigate("./" + path);
        return answer == null ? 0 : answer.status();
    }

    /** What the portal sends this visitor for an address, outside of any page. */
    public APIResponse fetch(String path) {
        return page.request().get("./" + path, RequestOptions.create().setMaxRedirects(0));
    }

    /** What the portal answers when this visitor's script sends it a file. */
    public APIResponse send(String path, SampleFile file) {
        FormData form = FormData.create().set("file", file.payload());
        return page.request()
                .post("./" + path, RequestOptions.create().setMultipart(form).setHeader("X-Requested-With", "buzon"));
    }

    /** Loses the network, or finds it again. */
    public Portal offline(boolean offline) {
        complaints.expect("ERR_INTERNET_DISCONNECTED");
        context.setOffline(offline);
        return this;
    }

    /** A call of the page's script will be refused, as it should. */
    public Portal expectRefusal(int status) {
        complaints.expect("status of " + status);
        return this;
    }

    /** From now on the portal answers calls of the page's script to such addresses with 503, so often. */
    public Portal failing(String addresses, int times) {
        complaints.expect("503");
        page.route(
                addresses,
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503)),
                new Page.RouteOptions().setTimes(times));
        return this;
    }

    /** From now on no page hears of news: what becomes of their lines is said here. */
    public Portal breakBell(Consumer<Route> how) {
        complaints.expect("ERR_FAILED");
        page.route("**/bell", how);
        return this;
    }

    /** The session of this browser ends elsewhere, and no page hears of it. */
    public Portal endSession() {
        complaints.expect("401");
        context.clearCookies();
        return this;
    }

    /** Opens the browser's own choice of files. On a busy machine it sometimes opens none, and people try again. */
    public FileChooser choiceOfFiles(Runnable press) {
        try {
            return page.waitForFileChooser(new Page.WaitForFileChooserOptions().setTimeout(FIRST_TRY), press);
        } catch (TimeoutError none) {
            return page.waitForFileChooser(press);
        }
    }

    /** The page as it is now, for whatever this class has no words for. */
    public Page page() {
        return page;
    }

    /**
     * Looks at the page by day and by night: it breaks no rule of accessibility and fits every window, and its pictures
     * are kept where somebody wants to see them, under {@code target/screenshots}.
     */
    public Portal lookAt(String name) {
        assertAccessible().assertFits().picture(name);
        if (!look.dark()) {
            page.emulateMedia(inColours(ColorScheme.DARK));
            Accessibility.assertColoursOf(page);
            picture(name, look.byNight());
            page.emulateMedia(inColours(ColorScheme.LIGHT));
        }
        return this;
    }

    /** Without motion, or a colour would be judged on its way. */
    private static EmulateMediaOptions inColours(ColorScheme colours) {
        return new EmulateMediaOptions().setColorScheme(colours).setReducedMotion(ReducedMotion.REDUCE);
    }

    /** Asserts that the page has no more width than the window, down to the narrowest phone. */
    public Portal assertFits() {
        ViewportSize before = page.viewportSize();
        for (int width : NARROW) {
            page.setViewportSize(width, before.height);
            int wide = (Integer) page.evaluate("document.scrollingElement.scrollWidth");
            assertThat(wide).as("width of %s in %d pixels", page.url(), width).isLessThanOrEqualTo(width);
        }
        page.setViewportSize(before.width, before.height);
        return this;
    }

    /** Opens or closes what is folded under a summary. */
    public Portal unfold(String summary) {
        page.locator("summary:visible")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .first()
                .click();
        return this;
    }

    /** Asserts that the page as it is now breaks no rule of accessibility. */
    public Portal assertAccessible() {
        // Who looks is a script too, and one that may not run is waited for without end
        assertThat(look.scripted()).as("scripts run on %s", page.url()).isTrue();
        Accessibility.assertOf(page);
        return this;
    }

    /** Takes a picture of the whole page, where somebody wants to see it. */
    public Portal picture(String name) {
        picture(name, look);
        return this;
    }

    private void picture(String name, Look as) {
        if (TestBuild.keepsPictures()) {
            page.screenshot(new ScreenshotOptions().setPath(as.picture(name)).setFullPage(true));
        }
    }

    /**
     * Leaves the window, and fails when the browser has refused or reported something on any of its pages. A page must
     * not be on its way to another: the browser might never answer.
     */
    @Override
    public void close() {
        context.close();
        assertThat(complaints.heard()).as("what the browser complained about").isEmpty();
    }
}
