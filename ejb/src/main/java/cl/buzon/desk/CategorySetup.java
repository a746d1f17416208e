package cl.buzon.desk;

import cl.buzon.shared.LocalText;
import cl.buzon.shared.Sha256;
import java.util.List;

/**
 * A situation as the operator sets it up.
 *
 * @param compensation what a compensation is measured by: NONE, VALUE, POSTAGE, AMOUNT_DUE or ADJUSTMENT
 */
public record CategorySetup(
        String code,
        LocalText name,
        LocalText description,
        String compensation,
        boolean trackingRequired,
        boolean active,
        List<Proof> evidence) {

    public CategorySetup {
        evidence = List.copyOf(evidence);
    }

    /** Another one for whatever is set up otherwise. */
    public String version() {
        return Sha256.base64Of(toString());
    }

    /**
     * One kind of proof.
     *
     * @param code empty for one that is new
     */
    public record Proof(String code, LocalText name, LocalText hint, boolean required) {}
}
