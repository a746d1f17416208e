package cl.buzon.sandbox.page;

import cl.buzon.sandbox.fault.Fault;
import cl.buzon.sandbox.instance.Instance;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Faults that a person switches on and off. */
final class FaultsPage {

    private static final Map<String, Fault> FAULTS = faults();

    private final Instance instance;
    private final Visit visit;

    FaultsPage(Instance instance, Visit visit) {
        this.instance = instance;
        this.visit = visit;
    }

    /** Switches the fault on that the visit names, or off when it is on. */
    void toggle() {
        String name = visit.parameter("fault");
        Fault fault = FAULTS.get(name);
        if (fault != null && isOn(name)) {
            instance.faults().end(name);
        } else if (fault != null) {
            instance.faults().inject(fault);
        }
    }

    Markup markup() {
        Words words = visit.words();
        Markup page = new Markup();
        page.element("h1", words.of("faults.title")).element("p", words.of("faults.hint"), "class", "hint");
        page.open("ul", "class", "faults").newLine();
        for (String name : FAULTS.keySet()) {
            boolean on = isOn(name);
            page.open("li", "class", on ? "on" : "off");
            page.open("div").element("h2", words.of("fault." + name), "id", name);
            page.element("p", words.of("fault." + name + ".hint"));
            page.element("p", words.of(on ? "faults.is-on" : "faults.is-off"), "class", "state")
                    .close("div");
            page.open("form", "method", "post", "action", visit.path("/fallas"));
            page.open("input", "type", "hidden", "name", "fault", "value", name);
            page.element(
                    "button", words.of(on ? "faults.end" : "faults.begin"), "type", "submit", "aria-describedby", name);
            page.close("form").close("li").newLine();
        }
        return page.close("ul");
    }

    private boolean isOn(String name) {
        Set<String> on = instance.faults().inForce().stream().map(Fault::name).collect(Collectors.toSet());
        return on.contains(name);
    }

    private static Map<String, Fault> faults() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        add(faults, "down", Fault.maintenance());
        add(faults, "hibernating", Fault.hibernating());
        add(faults, "busy", Fault.rateLimited("30"));
        add(faults, "slow", Fault.slow(Duration.ofSeconds(5)));
        add(faults, "credentials", Fault.unauthenticated());
        add(faults, "lost", Fault.writeLost().once());
        return faults;
    }

    private static void add(Map<String, Fault> faults, String name, Fault fault) {
        faults.put(name, fault.named(name));
    }
}
