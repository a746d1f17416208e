package cl.buzon.connector.operation;

import cl.buzon.connector.doctor.Doctor;
import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.desk.SyncFinding;
import cl.buzon.desk.SyncFinding.Outcome;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tries what the sync needs of the other side, and says in words what came of it. */
@ApplicationScoped
class Examination {

    private static final String WORDS = "cl.buzon.connector.i18n.findings";

    /** A case that nobody has. */
    private static final Correlation NOBODYS = new Correlation(new CaseId(new UUID(0, 0)), new CaseNumber("CS0000000"));

    @Inject
    @ConfigProperty(name = "buzon.webhook.secret")
    private Optional<String> secret;

    List<SyncFinding> of(TicketingSystem remote, Locale language) {
        ResourceBundle words = ResourceBundle.getBundle(
                WORDS, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        List<SyncFinding> findings = new ArrayList<>();
        Doctor.examine(remote, language)
                .forEach(said -> findings.add(
                        new SyncFinding(Outcome.valueOf(said.outcome().name()), said.words(), said.remedy())));
        if (findings.isEmpty()) {
            findings.add(answers(remote, words));
        }
        findings.add(doorbell(words));
        return findings;
    }

    private static SyncFinding answers(TicketingSystem remote, ResourceBundle words) {
        try {
            remote.find(NOBODYS);
            return finding(words, Outcome.GOOD, "answers", remote.name());
        } catch (RemoteFailure.Unauthorized e) {
            return finding(words, Outcome.BAD, "stranger", String.valueOf(e.getMessage()));
        } catch (RemoteFailure.Throttled e) {
            return finding(words, Outcome.WARNING, "throttled", String.valueOf(e.getMessage()));
        } catch (RemoteFailure.Refused e) {
            return finding(words, Outcome.BAD, "refused", String.valueOf(e.getMessage()));
        } catch (RemoteFailure e) {
            return finding(words, Outcome.BAD, "unreachable", String.valueOf(e.getMessage()));
        }
    }

    private SyncFinding doorbell(ResourceBundle words) {
        return secret.isPresent()
                ? finding(words, Outcome.GOOD, "doorbell", "")
                : finding(words, Outcome.WARNING, "no-doorbell", "");
    }

    private static SyncFinding finding(ResourceBundle words, Outcome outcome, String key, String what) {
        String remedy = key + ".remedy";
        return new SyncFinding(
                outcome,
                MessageFormat.format(words.getString(key), what),
                words.containsKey(remedy) ? words.getString(remedy) : "");
    }
}
