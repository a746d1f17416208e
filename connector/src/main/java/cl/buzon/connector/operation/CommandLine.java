package cl.buzon.connector.operation;

import cl.buzon.shared.CaseNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is wanted of {@link DoctorCommand}.
 *
 * @param plan the case whose plan is wanted; everything is examined when there is none
 */
record CommandLine(Locale language, Optional<CaseNumber> plan) {

    static final String USAGE = """
            buzon-doctor.sh [--lang es|en]
                examines everything that the sync with the ticketing system needs; writes nothing
            buzon-doctor.sh [--lang es|en] --plan CASE
                tells what a sync of one case would do now; writes nothing
            Settings come from the same environment variables as the server's.
            Ends with 0 when all is well, 1 when there is something to mend, 2 when misused.""";

    private static final int WIDTH = 160;

    static Optional<CommandLine> read(String... arguments) {
        CommandLine wish = new CommandLine(Locale.forLanguageTag("es"), Optional.empty());
        if (arguments.length % 2 != 0) {
            return Optional.empty();
        }
        for (int i = 0; i < arguments.length; i += 2) {
            String value = arguments[i + 1];
            if (arguments[i].equals("--lang") && List.of("es", "en").contains(value)) {
                wish = new CommandLine(Locale.forLanguageTag(value), wish.plan());
            } else if (arguments[i].equals("--plan") && CaseNumber.isCaseNumber(value)) {
                wish = new CommandLine(wish.language(), Optional.of(new CaseNumber(value)));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(wish);
    }

    static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.codePointCount(0, line.length()) <= WIDTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, WIDTH)) + "…";
    }
}
