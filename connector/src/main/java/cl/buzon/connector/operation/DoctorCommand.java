package cl.buzon.connector.operation;

import cl.buzon.connector.link.JdbcLedger;
import cl.buzon.connector.reconcile.Plan;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.TicketingSystemAdapter;
import cl.buzon.desk.SyncFinding;
import cl.buzon.desk.SyncFinding.Outcome;
import cl.buzon.desk.SyncStep;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The doctor and the plan of a case on the command line, whether a server runs or not: a line for each finding, or for each
 * thing that a sync would do. Reads both sides and writes to neither.
 */
public final class DoctorCommand {

    /** Nothing is wrong. */
    static final int GOOD = 0;

    /** Something is to be mended, or could not be read. */
    static final int FINDINGS = 1;

    /** It was not understood what is wanted. */
    static final int USAGE = 2;

    private final Function<String, Optional<String>> settings;
    private final DataSource database;
    private final Clock clock;
    private final PrintStream out;
    private final Locale language;
    private final ResourceBundle words;

    DoctorCommand(
            Function<String, Optional<String>> settings,
            DataSource database,
            Clock clock,
            PrintStream out,
            Locale language) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
        this.out = out;
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "cl.buzon.connector.i18n.command",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Ends the process with {@code 0} when all is well, {@code 1} with findings, {@code 2} when misused. */
    public static void main(String[] arguments) {
        SettingsOfEnvironment settings = new SettingsOfEnvironment(System.getProperties(), System.getenv());
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(CommandLine.read(arguments)
                .map(wish -> new DoctorCommand(
                                settings, new PortalDatabase(settings), Clock.systemUTC(), out, wish.language())
                        .run(wish))
                .orElseGet(() -> {
                    out.println(CommandLine.USAGE);
                    return USAGE;
                }));
    }

    int run(CommandLine wish) {
        String system = settings.apply("buzon.connector.system").orElse("none");
        Optional<TicketingSystemAdapter> adapter =
                ServiceLoader.load(TicketingSystemAdapter.class, DoctorCommand.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(one -> one.names().contains(system))
                        .findFirst();
        if (adapter.isEmpty()) {
            say("no-system", system);
            return USAGE;
        }
        try {
            TicketingSystem remote = adapter.get().connect(system, settings, clock);
            return wish.plan().map(number -> plan(remote, number)).orElseGet(() -> examine(remote));
        } catch (IllegalArgumentException wrong) {
            say("setting", String.valueOf(wrong.getMessage()));
            return FINDINGS;
        }
    }

    private int examine(TicketingSystem remote) {
        List<SyncFinding> findings = new Examination(remote, new SyncSettings(settings), clock, language)
                .run(known(StoredCases::categories), known(StoredCases::executives));
        for (SyncFinding finding : findings) {
            String remedy = finding.remedy().isEmpty() ? "" : " -> " + finding.remedy();
            out.println(padded("outcome." + finding.outcome(), 10) + finding.words() + remedy);
        }
        long wrong = findings.stream().filter(DoctorCommand::isWrong).count();
        say("result", Long.toString(wrong));
        return wrong == 0 ? GOOD : FINDINGS;
    }

    private static boolean isWrong(SyncFinding finding) {
        return finding.outcome() == Outcome.BAD || finding.outcome() == Outcome.WARNING;
    }

    private List<String> known(Function<StoredCases, List<String>> question) {
        try {
            return question.apply(new StoredCases(database));
        } catch (IllegalStateException away) {
            return List.of();
        }
    }

    private int plan(TicketingSystem remote, CaseNumber number) {
        StoredCases cases = new StoredCases(database);
        try {
            Optional<CaseId> found = cases.find(number);
            if (found.isEmpty()) {
                say("no-case", number.value());
                return FINDINGS;
            }
            List<SyncStep> steps = new Plan(cases, new JdbcLedger(database, clock), remote).of(found.get());
            steps.forEach(this::say);
            if (steps.isEmpty()) {
                say("in-step", number.value());
            }
            return GOOD;
        } catch (RemoteFailure failure) {
            say("unreadable", remote.name(), String.valueOf(failure.getMessage()));
        } catch (IllegalStateException away) {
            say("no-database", String.valueOf(away.getCause() == null ? away : away.getCause()));
        }
        return FINDINGS;
    }

    private String padded(String key, int width) {
        return String.format(language, "%-" + width + "s", words.getString(key));
    }

    private void say(SyncStep step) {
        String subject = "field." + step.subject();
        String value = CommandLine.oneLine(step.value());
        out.println(padded("step." + step.kind(), 19)
                + (words.containsKey(subject) ? words.getString(subject) : step.subject())
                + (value.isEmpty() ? "" : ": " + value));
    }

    private void say(String key, String... values) {
        out.println(new java.text.MessageFormat(words.getString(key), language).format(values));
    }
}
