package cl.buzon.web.portal;

import cl.buzon.desk.CategoryView;
import cl.buzon.desk.DraftDesk;
import cl.buzon.desk.DraftText;
import cl.buzon.shared.Fault;
import cl.buzon.web.i18n.FaultTexts;
import cl.buzon.web.security.CurrentActor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second step of a new case: the parcel, the words and the files. Whatever was typed is kept, right or wrong. */
@Named
@RequestScoped
public class DetailsPage {

    @Inject
    DraftDesk desk;

    @Inject
    DraftInHand hand;

    @Inject
    DetailsForm form;

    @Inject
    CurrentActor current;

    @Inject
    Files files;

    @Inject
    PageRequest request;

    private String trackingNumber = "";
    private String subject = "";
    private String description = "";
    private String claimedAmount = "";
    private @Nullable List<Part> chosen;
    private @Nullable String refusedRelation;

    @PostConstruct
    void read() {
        if (!request.parameter("borrador").isEmpty()) {
            DraftText text = hand.draft().text();
            trackingNumber = text.trackingNumber();
            subject = text.subject();
            description = text.description();
            claimedAmount = text.claimedAmount();
        }
    }

    /** Without a situation there is nothing to ask yet. */
    public void open() {
        if (hand.ready() && hand.draft().category() == null) {
            request.goTo(hand.getSituation());
        }
    }

    public void review() {
        if (takesWords()) {
            goOn(keep());
        }
    }

    /** Goes on without the closed case that cannot be followed up any more. */
    public void unrelate() {
        if (takesWords()) {
            List<Fault> faults = keep();
            desk.unrelate(current.actor(), hand.id());
            goOn(faults);
        }
    }

    private void goOn(List<Fault> faults) {
        faults.addAll(desk.check(current.actor(), hand.id()).faults());
        if (faults.isEmpty()) {
            request.goTo(hand.getReview());
        } else {
            hand.goBackTo(faults);
        }
    }

    public void remove() {
        if (takesWords()) {
            request.complain(keep());
            request.pressed("files-remove").ifPresent(file -> desk.remove(current.actor(), hand.id(), file));
            request.goTo(hand.getDetails().at("files"));
        }
    }

    public void change() {
        if (takesWords()) {
            keep();
            request.goTo(hand.getSituation());
        }
    }

    /** Other words than those of a draft that was sent meanwhile are another claim, and not lost. */
    private boolean takesWords() {
        return (hand.isSent() && bringsMore()) || hand.ready();
    }

    private boolean bringsMore() {
        return !typed().saysAs(hand.draft().text())
                || !Files.chosen(chosen, null).isEmpty();
    }

    private List<Fault> keep() {
        return form.keep(typed(), Files.chosen(chosen, null));
    }

    private DraftText typed() {
        return new DraftText(trackingNumber, subject, description, claimedAmount);
    }

    public List<FileLink> getFiles() {
        Address folder = getUploadAddress();
        return hand.draft().files().stream()
                .map(file -> files.link(folder, file))
                .toList();
    }

    /** Why the closed case cannot be followed up any more, empty when it can or there is none. */
    public String getRefusedRelation() {
        if (refusedRelation == null) {
            refusedRelation = hand.draft().relatedTo() == null
                    ? ""
                    : desk.check(current.actor(), hand.id()).faults().stream()
                            .filter(fault -> fault.field().equals("relatedTo"))
                            .map(fault -> FaultTexts.of(fault, request.texts().language()))
                            .findFirst()
                            .orElse("");
        }
        return refusedRelation;
    }

    public @Nullable CategoryView getCategory() {
        return hand.draft().category();
    }

    public boolean isCompensable() {
        CategoryView category = getCategory();
        return category != null && category.compensable();
    }

    public boolean isTrackingOptional() {
        CategoryView category = getCategory();
        return category != null && !category.trackingRequired();
    }

    public Instant getUpdatedAt() {
        return hand.draft().updatedAt();
    }

    /** Where the script keeps what is typed. */
    public Address getAddress() {
        return request.address("/live/drafts/" + hand.id());
    }

    public Address getUploadAddress() {
        return hand.getFolder();
    }

    public String getTrackingNumber() {
        return trackingNumber;
    }

    public void setTrackingNumber(String typed) {
        trackingNumber = typed;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String typed) {
        subject = typed;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String typed) {
        description = typed;
    }

    public String getClaimedAmount() {
        return claimedAmount;
    }

    public void setClaimedAmount(String typed) {
        claimedAmount = typed;
    }

    public @Nullable List<Part> getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable List<Part> parts) {
        chosen = parts;
    }
}
