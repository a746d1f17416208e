package cl.buzon.web.export;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Heading, words and fixed texts of one report, in its language. */
record ReportTexts(ReportHeading heading, CaseWords words, ResourceBundle bundle) {

    ReportTexts(ReportHeading heading, CaseWords words) {
        this(heading, words, ResourceBundle.getBundle("cl.buzon.web.export.report", heading.language()));
    }

    String get(String key, Object... arguments) {
        String text = bundle.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, heading.language()).format(arguments);
    }

    /** {@code es-CL} or {@code en}: the language of the fixed texts, whatever was asked for. */
    String tag() {
        return heading.language().getLanguage().equals("en") ? "en" : "es-CL";
    }
}
