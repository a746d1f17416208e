package cl.buzon.desk;

import cl.buzon.shared.LocalText;
import java.util.List;

/** A situation that a claim can be about, with the evidence that it asks for. */
public record CategoryView(
        String code,
        LocalText name,
        LocalText description,
        String icon,
        boolean compensable,
        boolean trackingRequired,
        List<Evidence> evidence) {

    /** One kind of proof. */
    public record Evidence(String code, LocalText name, LocalText hint, boolean required) {}
}
