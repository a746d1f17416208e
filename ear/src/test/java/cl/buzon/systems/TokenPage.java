package cl.buzon.systems;

import com.microsoft.playwright.Locator;

/** The page on which the administrator of Andes Sur gives tokens to programs and takes them away. */
public final class TokenPage implements AutoCloseable {

    private final Portal portal;

    private TokenPage(Portal portal) {
        this.portal = portal;
    }

    public static TokenPage of(Browser browser) {
        return of(browser, Device.DESKTOP);
    }

    public static TokenPage of(Browser browser, Device device) {
        Portal portal = browser.on(device);
        return new TokenPage(portal.signIn(Person.ADMINISTRATOR).open("empresa/tokens"));
    }

    public Portal portal() {
        return portal;
    }

    /** Makes a token that acts as somebody; its secret. */
    public String make(String name, Person person, boolean reads, boolean writes) {
        Locator form = portal.page().locator("form#create");
        form.getByLabel("Nombre").fill(name);
        form.getByLabel("Actúa como").fill(person.user());
        form.getByLabel("Leer casos").setChecked(reads);
        form.getByLabel("Crear y responder casos").setChecked(writes);
        portal.press("Crear token");
        return portal.page().locator("#secret").textContent();
    }

    public void revoke(String name) {
        portal.press("Revocar " + name);
    }

    @Override
    public void close() {
        portal.close();
    }
}
