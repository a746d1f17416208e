package cl.buzon.web.portal;

import cl.buzon.desk.CategoryDesk;
import cl.buzon.desk.CategorySetup;
import cl.buzon.shared.LocalText;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** One situation as the operator sets it up: its words, what a compensation is measured by, and its evidence. */
@Named
@RequestScoped
public class SituationSetupPage {

    static final String CODE = "codigo";

    private static final LocalText NOTHING = new LocalText("", "");

    @Inject
    CategoryDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private LocalText heading = NOTHING;
    private String nameEs = "";
    private String nameEn = "";
    private String descriptionEs = "";
    private String descriptionEn = "";
    private String compensation = "";
    private boolean trackingRequired;
    private boolean active;
    private List<ProofRow> proofs = List.of();
    private String seen = "";

    @PostConstruct
    void read() {
        CategorySetup setup = desk.category(current.actor(), request.parameter(CODE));
        heading = setup.name();
        nameEs = setup.name().es();
        nameEn = setup.name().en();
        descriptionEs = setup.description().es();
        descriptionEn = setup.description().en();
        compensation = setup.compensation();
        trackingRequired = setup.trackingRequired();
        active = setup.active();
        proofs = ProofRow.of(
                name -> request.sent(name) ? Optional.of(request.parameter(name)) : Optional.empty(), setup.evidence());
        seen = setup.version();
    }

    public void open() {
        getProofs();
    }

    public void save() {
        List<ProofRow> kept = proofs.stream().filter(ProofRow::isKept).toList();
        try {
            desk.change(
                    current.actor(),
                    new CategorySetup(
                            getCode(),
                            new LocalText(nameEs, nameEn),
                            new LocalText(descriptionEs, descriptionEn),
                            compensation,
                            trackingRequired,
                            active,
                            kept.stream().map(ProofRow::wish).toList()),
                    seen);
            request.tell("situations.saved", nameEs);
            request.goTo(request.address("/operador/situaciones"));
        } catch (Refusal.InvalidInput refused) {
            refused.faults().forEach(fault -> request.complain(input(fault.field(), kept), fault));
        }
    }

    /** The desk counts the proofs that are kept, the form all. */
    private static String input(String field, List<ProofRow> kept) {
        int dash = field.indexOf('-');
        return dash < 0
                ? field
                : field.substring(0, dash + 1)
                        + kept.get(Integer.parseInt(field.substring(dash + 1))).place();
    }

    /** The situation's name as it is now, whatever is being typed. */
    public String getHeading() {
        return heading.in(request.texts().language());
    }

    public String getCode() {
        return request.parameter(CODE);
    }

    /** What the form was made of: whoever changes it meanwhile is not overruled by it. */
    public String getSeen() {
        return seen;
    }

    public void setSeen(String shown) {
        seen = shown;
    }

    public List<ProofRow> getProofs() {
        return proofs;
    }

    public String getNameEs() {
        return nameEs;
    }

    public void setNameEs(String typed) {
        nameEs = typed;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String typed) {
        nameEn = typed;
    }

    public String getDescriptionEs() {
        return descriptionEs;
    }

    public void setDescriptionEs(String typed) {
        descriptionEs = typed;
    }

    public String getDescriptionEn() {
        return descriptionEn;
    }

    public void setDescriptionEn(String typed) {
        descriptionEn = typed;
    }

    public String getCompensation() {
        return compensation;
    }

    public void setCompensation(String chosen) {
        compensation = chosen;
    }

    public boolean isTrackingRequired() {
        return trackingRequired;
    }

    public void setTrackingRequired(boolean marked) {
        trackingRequired = marked;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean marked) {
        active = marked;
    }
}
