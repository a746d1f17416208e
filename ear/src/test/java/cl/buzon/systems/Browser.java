package cl.buzon.systems;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;

/** Opens the portal as different people see it, each in a browser window without a past. */
public final class Browser implements AutoCloseable {

    private static final double SMALL = 0.7;

    private final Chromium chromium;
    private final RunningPortal portal;

    Browser(Chromium chromium, RunningPortal portal) {
        this.chromium = chromium;
        this.portal = portal;
    }

    /** One for the portal of a single test, which closes it; the shared one is closed with everything else. */
    public static Browser own(RunningPortal portal) {
        return new Browser(Chromium.start(), portal);
    }

    @Override
    public void close() {
        chromium.close();
    }

    /** The portal on a device, in daylight. */
    public Portal on(Device device) {
        return open(device.context(), new Look(device, false, true));
    }

    /** The portal on a device whose owner prefers dark pages. */
    public Portal inTheDarkOn(Device device) {
        return open(device.context().setColorScheme(ColorScheme.DARK), new Look(device, true, true));
    }

    /** The portal on a device, drawn small enough for a document. */
    public Portal smallOn(Device device) {
        return open(device.context().setDeviceScaleFactor(SMALL), new Look(device, false, true));
    }

    /** The portal for somebody whose browser runs no scripts. */
    public Portal withoutScript(Device device) {
        return open(device.context().setJavaScriptEnabled(false), new Look(device, false, false));
    }

    private Portal open(NewContextOptions options, Look look) {
        BrowserContext context = chromium.browser()
                .newContext(options.setBaseURL(portal.address().toString()));
        return new Portal(context, look);
    }
}
