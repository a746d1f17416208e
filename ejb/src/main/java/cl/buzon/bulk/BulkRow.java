package cl.buzon.bulk;

import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Fault;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a file: it waits, and then it is a case, or one already, or known to be wrong, for good. */
@Entity
@Table(name = "bulk_row")
public class BulkRow {

    @EmbeddedId
    private Place place;

    @Embedded
    private RowText text;

    private String fingerprint;

    @Enumerated(EnumType.STRING)
    private RowState state;

    private @Nullable String faults;

    @Column(name = "case_number")
    private @Nullable String caseNumber;

    @Column(name = "other_case")
    private @Nullable String otherCase;

    private boolean colleague;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @SuppressWarnings("NullAway.Init")
    protected BulkRow() {}

    /**
     * @param number of the row as a spreadsheet program counts it, the headings being in row 1
     * @param unread what could not even be read of it
     */
    public BulkRow(UUID file, int number, RowText text, String fingerprint, List<Fault> unread) {
        this.place = new Place(file, number);
        this.text = text;
        this.fingerprint = fingerprint;
        this.state = RowState.WAITING;
        this.faults = RowFaults.write(unread);
    }

    /** It has become a case. */
    public void made(CaseNumber number, Instant now) {
        caseNumber = number.value();
        settle(RowState.MADE, now);
    }

    /** It has been a case before, whose number is told to who may know it. */
    public void repeated(Optional<CaseNumber> earlier, Instant now) {
        caseNumber = earlier.map(CaseNumber::value).orElse(null);
        colleague = earlier.isEmpty();
        settle(RowState.REPEATED, now);
    }

    public void rejected(List<Fault> broken, Instant now) {
        faults = RowFaults.write(broken);
        settle(RowState.REJECTED, now);
    }

    /** Another case on the same parcel is open: a warning, with its number for who may know it. */
    public void warn(Optional<CaseNumber> open) {
        otherCase = open.map(CaseNumber::value).orElse(null);
        colleague = open.isEmpty();
    }

    private void settle(RowState settled, Instant now) {
        state = settled;
        settledAt = now;
    }

    public boolean isWaiting() {
        return state == RowState.WAITING;
    }

    public UUID file() {
        return place.fileId();
    }

    public int number() {
        return place.number();
    }

    public RowText text() {
        return text;
    }

    public String fingerprint() {
        return fingerprint;
    }

    public RowState state() {
        return state;
    }

    public List<Fault> faults() {
        return RowFaults.read(faults);
    }

    public Optional<CaseNumber> caseNumber() {
        return Optional.ofNullable(caseNumber).map(CaseNumber::new);
    }

    /** The open case on the same parcel that was there before. */
    public Optional<CaseNumber> otherCase() {
        return Optional.ofNullable(otherCase).map(CaseNumber::new);
    }

    /** Whether it is about a colleague's case that the sender may not see. */
    public boolean isColleagues() {
        return colleague;
    }

    /** Where a row stands. */
    @Embeddable
    record Place(@Column(name = "file_id") UUID fileId, int number) {}
}
