package cl.buzon.cases;

import cl.buzon.shared.LocalText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A situation that a claim can be about: data of the operator, only its code is firm. */
@Entity
@Table(name = "category")
public class Category {

    /** What a compensation in this situation is measured by. */
    public enum Basis {
        NONE,
        VALUE,
        POSTAGE,
        AMOUNT_DUE,
        ADJUSTMENT
    }

    @Id
    private String code;

    private int position;

    @Column(name = "name_es")
    private String nameEs;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "description_es")
    private String descriptionEs;

    @Column(name = "description_en")
    private String descriptionEn;

    private String icon;

    @Enumerated(EnumType.STRING)
    private Basis compensation;

    @Column(name = "tracking_required")
    private boolean trackingRequired;

    private boolean active;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "evidence_type", joinColumns = @JoinColumn(name = "category_code"))
    @OrderBy("position")
    private List<EvidenceType> evidence = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Category() {}

    /** Says anew what people read. */
    public void describe(LocalText name, LocalText description) {
        nameEs = name.es();
        nameEn = name.en();
        descriptionEs = description.es();
        descriptionEn = description.en();
    }

    /** Says anew what a compensation is measured by, and whether a claim needs the number of a parcel. */
    public void setTerms(Basis newCompensation, boolean newTrackingRequired) {
        compensation = newCompensation;
        trackingRequired = newTrackingRequired;
    }

    /** Whether new claims may choose it from now on; what was claimed before stays. */
    public void setActive(boolean newActive) {
        active = newActive;
    }

    /** Says anew what helps to decide a claim. */
    public void setEvidence(List<EvidenceType> types) {
        evidence.clear();
        evidence.addAll(types);
    }

    public Basis compensation() {
        return compensation;
    }

    public String code() {
        return code;
    }

    /** Its place on the screen. */
    public int position() {
        return position;
    }

    /** Whether new claims may choose it. */
    public boolean active() {
        return active;
    }

    public LocalText name() {
        return new LocalText(nameEs, nameEn);
    }

    public LocalText description() {
        return new LocalText(descriptionEs, descriptionEn);
    }

    public String icon() {
        return icon;
    }

    public boolean compensable() {
        return compensation != Basis.NONE;
    }

    public boolean trackingRequired() {
        return trackingRequired;
    }

    /** What helps to decide a claim, the most important first. */
    public List<EvidenceType> evidence() {
        return List.copyOf(evidence);
    }

    public boolean asksFor(String evidenceCode) {
        return evidence.stream().anyMatch(type -> type.code().equals(evidenceCode));
    }

    /** The required evidence that is not among the given codes. */
    public List<EvidenceType> missing(Collection<String> had) {
        return evidence.stream()
                .filter(EvidenceType::required)
                .filter(type -> !had.contains(type.code()))
                .toList();
    }
}
