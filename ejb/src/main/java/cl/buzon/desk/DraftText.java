package cl.buzon.desk;

import cl.buzon.drafts.Draft;
import cl.buzon.shared.Wording;
import java.util.stream.Stream;

/** The fields of a claim as typed, empty where nothing was. */
public record DraftText(String trackingNumber, String subject, String description, String claimedAmount) {

    static DraftText of(Draft draft) {
        return new DraftText(draft.trackingNumber(), draft.subject(), draft.description(), draft.claimedAmount());
    }

    public boolean isBlank() {
        return fields().allMatch(String::isEmpty);
    }

    /** Whether both would be kept as the same words, however their line ends came. */
    public boolean saysAs(DraftText other) {
        return fields().toList().equals(other.fields().toList());
    }

    /** The same for another parcel, or none. */
    DraftText withoutParcel() {
        return new DraftText("", subject, description, claimedAmount);
    }

    private Stream<String> fields() {
        return Stream.of(trackingNumber, subject, description, claimedAmount).map(Wording::tidy);
    }
}
