package cl.buzon.whole;

import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@PortalTest
class FirstPageIT {

    @ParameterizedTest
    @EnumSource
    void everybodyCanReadTheFirstPage(Device device, Browser browser) {
        try (Portal portal = browser.on(device)) {
            portal.open("").assertAccessible().picture("portada");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everybodyCanReadTheFirstPageInTheDark(Device device, Browser browser) {
        try (Portal portal = browser.inTheDarkOn(device)) {
            portal.open("").assertAccessible().picture("portada");
        }
    }
}
