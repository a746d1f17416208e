package cl.buzon.systems;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The three steps of a new case, in the words of the screen. */
public final class ClaimForm {

    private static final Pattern CASE_NUMBER = Pattern.compile("\\b[A-Z]{1,6}\\d{7,}\\b");

    private final Portal portal;
    private final Page page;

    ClaimForm(Portal portal) {
        this.portal = portal;
        this.page = portal.page();
    }

    /** A whole claim about a damaged parcel, sent; its number. */
    public String sendWhole(String subject, SampleFile... files) {
        return choose("Llegó dañado")
                .trackingNumber("RR123456785CL")
                .subject(subject)
                .description("La caja llegó rota.")
                .attach(files)
                .review()
                .send();
    }

    /** How many situations there are to choose from. */
    public int situations() {
        return group().getByRole(AriaRole.RADIO).count();
    }

    /** Whether there is a situation of this name. */
    public boolean offers(String situation) {
        return radio(situation).count() == 1;
    }

    /** Whether this situation is the chosen one. */
    public boolean hasChosen(String situation) {
        return radio(situation).isChecked();
    }

    /** Chooses a situation and goes on. */
    public ClaimForm choose(String situation) {
        radio(situation).check();
        return goOn();
    }

    /** Goes on with the situation that is chosen already. */
    public ClaimForm goOn() {
        portal.press("Continuar");
        return this;
    }

    public ClaimForm trackingNumber(String typed) {
        return fill("Número de envío", typed);
    }

    public ClaimForm subject(String typed) {
        return fill("Asunto", typed);
    }

    public ClaimForm description(String typed) {
        return fill("Descripción", typed);
    }

    /** What stands in a field now. */
    public String typed(String field) {
        return field(field).inputValue();
    }

    /** Chooses files; the page may send them at once, or with the form. */
    public ClaimForm attach(SampleFile... files) {
        page.locator("input[type=file]")
                .setInputFiles(Arrays.stream(files).map(SampleFile::payload).toArray(FilePayload[]::new));
        return this;
    }

    /** The names of the files that are kept with the claim. */
    public List<String> attached() {
        return page.locator("li[data-file] b").allInnerTexts();
    }

    /** Goes back to the situation. */
    public ClaimForm changeSituation() {
        portal.press("Cambiar situación");
        return this;
    }

    /** Goes on to the last step, or finds out what is wrong. */
    public ClaimForm review() {
        portal.press("Revisar");
        return this;
    }

    /** What the page says is wrong; empty when nothing is. */
    public String error() {
        Locator alert = page.getByRole(AriaRole.ALERT);
        return alert.count() == 0 ? "" : alert.first().innerText();
    }

    /** The fields to which the error leads, by their labels. */
    public List<String> errorLeadsTo() {
        return page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK).all().stream()
                .map(link -> link.getAttribute("href").substring(1))
                .map(field -> page.locator("label[for='" + field + "']").innerText())
                .toList();
    }

    /** Whether the field itself says that it is wrong, also to whoever does not see it. */
    public boolean complainsAt(String field) {
        return "true".equals(field(field).getAttribute("aria-invalid"));
    }

    /** Sends the claim; the number of the case that it became. */
    public String send() {
        portal.press("Enviar");
        return number();
    }

    /** Sends the claim as somebody does who is used to clicking twice. */
    public String sendWithDoubleClick() {
        portal.turnPage(page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName("Enviar").setExact(true))::dblclick);
        return number();
    }

    /** The number that the last page tells. */
    public String number() {
        page.waitForURL("**/nuevo/listo?**");
        Matcher number = CASE_NUMBER.matcher(portal.words());
        if (!number.find()) {
            throw new AssertionError("No case number on " + page.url());
        }
        return number.group();
    }

    private ClaimForm fill(String field, String typed) {
        field(field).fill(typed);
        return this;
    }

    private Locator field(String name) {
        return page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName(name));
    }

    private Locator radio(String situation) {
        return group().getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(situation));
    }

    private Locator group() {
        return page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Situación"));
    }
}
