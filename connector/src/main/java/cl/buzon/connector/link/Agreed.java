package cl.buzon.connector.link;

import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;

/**
 * What each side held when both last agreed. The two need not be equal: a value that one side cannot take is agreed to
 * differ. A field that is missing has never been agreed upon.
 */
public record Agreed(TicketFields ours, TicketFields theirs) {

    public static final Agreed NOTHING = new Agreed(TicketFields.none(), TicketFields.none());

    /** With both sides' values of a field, at which they now rest. */
    public Agreed with(TicketField field, String ourValue, String theirValue) {
        return new Agreed(ours.with(field, ourValue), theirs.with(field, theirValue));
    }
}
