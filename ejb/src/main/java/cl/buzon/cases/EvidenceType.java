package cl.buzon.cases;

import cl.buzon.shared.LocalText;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** One kind of proof that a situation asks for. Missing proof never blocks a claim. */
@Embeddable
public record EvidenceType(
        String code,
        int position,
        @Column(name = "name_es") String nameEs,
        @Column(name = "name_en") String nameEn,
        @Column(name = "hint_es") String hintEs,
        @Column(name = "hint_en") String hintEn,
        boolean required) {

    public LocalText name() {
        return new LocalText(nameEs, nameEn);
    }

    public LocalText hint() {
        return new LocalText(hintEs, hintEn);
    }
}
