package cl.buzon.web.rest;

import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.web.export.CaseWords;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the pages call things, so that a file says the same. */
final class ScreenWords implements CaseWords {

    private final ResourceBundle texts;

    ScreenWords(Locale language) {
        texts = ResourceBundle.getBundle("cl.buzon.web.i18n.texts", language);
    }

    /** What the portal is called, whoever runs it. */
    String portal() {
        return texts.getString("frame.name");
    }

    @Override
    public String state(CaseState state) {
        return texts.getString("state." + state);
    }

    String compensation(CompensationState state) {
        return texts.getString("compensation." + state);
    }

    @Override
    public String compensation(CaseRow row) {
        return row.compensable() || row.compensation() != CompensationState.NOT_REQUESTED
                ? compensation(row.compensation())
                : texts.getString("compensation.NOT_APPLICABLE");
    }
}
