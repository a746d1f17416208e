package cl.buzon.connector.servicenow;

import cl.buzon.connector.translation.Commentary;
import java.util.regex.Pattern;

/** What we write into journals and texts of an instance, which takes what stands between code tags for markup. */
final class JournalText {

    private static final Pattern CODE_TAG = Pattern.compile("\\[(/?)(code)", Pattern.CASE_INSENSITIVE);

    static final Commentary COMMENTARY =
            new Commentary(text -> CODE_TAG.matcher(text).replaceAll("[$1 $2"));

    private JournalText() {}
}
