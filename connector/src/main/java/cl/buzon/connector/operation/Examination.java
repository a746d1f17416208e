package cl.buzon.connector.operation;

import cl.buzon.connector.doctor.Doctor;
import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.Door;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.desk.SyncFinding;
import cl.buzon.desk.SyncFinding.Outcome;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;

/** Tries what the sync needs of the other side, and what the other side needs of us, and says in words what came of it. */
final class Examination {

    private static final String WORDS = "cl.buzon.connector.i18n.findings";

    /** A case that nobody has. */
    private static final Correlation NOBODYS = new Correlation(new CaseId(new UUID(0, 0)), new CaseNumber("CS0000000"));

    private final TicketingSystem remote;
    private final SyncSettings settings;
    private final Clock clock;
    private final Locale language;
    private final ResourceBundle words;

    Examination(TicketingSystem remote, SyncSettings settings, Clock clock, Locale language) {
        this.remote = remote;
        this.settings = settings;
        this.clock = clock;
        this.language = language;
        this.words = ResourceBundle.getBundle(
                WORDS, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * @param categories codes of those that the portal offers; empty when they are not known
     * @param executives their e-mail addresses; empty when they are not known
     */
    List<SyncFinding> run(Collection<String> categories, Collection<String> executives) {
        List<SyncFinding> findings = new ArrayList<>();
        Doctor.examine(remote, settings.needs(categories, executives), language)
                .forEach(said -> findings.add(
                        new SyncFinding(Outcome.valueOf(said.outcome().name()), said.words(), said.remedy())));
        if (findings.isEmpty()) {
            findings.add(answers());
        }
        findings.add(doorbell());
        return findings;
    }

    private SyncFinding answers() {
        try {
            remote.find(NOBODYS);
            return finding(Outcome.GOOD, "answers", remote.name());
        } catch (RemoteFailure.Unauthorized e) {
            return finding(Outcome.BAD, "stranger", String.valueOf(e.getMessage()));
        } catch (RemoteFailure.Throttled e) {
            return finding(Outcome.WARNING, "throttled", String.valueOf(e.getMessage()));
        } catch (RemoteFailure.Refused e) {
            return finding(Outcome.BAD, "refused", String.valueOf(e.getMessage()));
        } catch (RemoteFailure e) {
            return finding(Outcome.BAD, "unreachable", String.valueOf(e.getMessage()));
        }
    }

    private SyncFinding doorbell() {
        Optional<String> secret = settings.doorbellSecret();
        Optional<Door> theirs = remote.door();
        if (secret.isEmpty() || theirs.isEmpty()) {
            return finding(Outcome.WARNING, "no-doorbell");
        }
        OwnDoorbell door = new OwnDoorbell(settings.publicUrl(), theirs.get(), secret.get(), clock);
        OwnDoorbell.Echo echo = door.ring();
        String address = door.address().toString();
        return switch (echo.status()) {
            case 202 -> finding(Outcome.GOOD, "doorbell", address);
            case 0 -> finding(Outcome.WARNING, "doorbell-unreachable", address, echo.words());
            case 401 -> finding(Outcome.BAD, "doorbell-refused", address, "401");
            default -> finding(Outcome.BAD, "doorbell-lost", address, Integer.toString(echo.status()));
        };
    }

    private SyncFinding finding(Outcome outcome, String key, String... what) {
        String remedy = key + ".remedy";
        return new SyncFinding(
                outcome,
                new MessageFormat(words.getString(key), language).format(what),
                words.containsKey(remedy) ? words.getString(remedy) : "");
    }
}
