package cl.buzon.desk;

import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a row.
 *
 * @param number as a spreadsheet program counts it
 * @param caseNumber of the case that it is, absent when the viewer may not know it
 * @param otherCase that was open on the same parcel before, as far as the viewer may know it
 * @param colleague whether the case that it is, or the other one, is a colleague's that the sender may not see
 */
public record BulkRowView(
        int number,
        State state,
        BulkRowText text,
        List<Fault> faults,
        @Nullable CaseNumber caseNumber,
        @Nullable CaseNumber otherCase,
        boolean colleague) {

    /** How far it has come. */
    public enum State {
        WAITING,
        MADE,
        REPEATED,
        REJECTED
    }
}
