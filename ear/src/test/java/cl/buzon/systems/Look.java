package cl.buzon.systems;

import java.nio.file.Path;
import java.util.Locale;

/** How a page is looked at; names its pictures as the design names its own. */
record Look(Device device, boolean dark, boolean scripted) {

    Look byNight() {
        return new Look(device, true, scripted);
    }

    Path picture(String page) {
        String name = page + "--" + device.name().toLowerCase(Locale.ROOT) + (dark ? "-dark" : "") + ".png";
        return TestBuild.screenshots().resolve(name);
    }
}
