package cl.buzon.systems;

import com.microsoft.playwright.Browser.NewContextOptions;

/** What a person holds. The widths are those that the pages are drawn for. */
public enum Device {
    DESKTOP(1366, 900),
    MOBILE(390, 844);

    private final int width;
    private final int height;

    Device(int width, int height) {
        this.width = width;
        this.height = height;
    }

    NewContextOptions context() {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setIsMobile(this == MOBILE)
                .setHasTouch(this == MOBILE)
                .setLocale("es-CL")
                .setTimezoneId("America/Santiago");
    }
}
