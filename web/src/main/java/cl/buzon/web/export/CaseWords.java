package cl.buzon.web.export;

import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseState;

/** The screen's words for states, so that a report says the same as the page it was asked for on. */
public interface CaseWords {

    String state(CaseState state);

    /** The state of the compensation, or that the situation knows none. */
    String compensation(CaseRow row);
}
