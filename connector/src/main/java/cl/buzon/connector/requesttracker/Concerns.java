package cl.buzon.connector.requesttracker;

import cl.buzon.connector.http.Address;
import cl.buzon.connector.requesttracker.RequestTrackerSettings.Fields;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.translation.Remembered;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which transactions may concern a customer, as conditions. Of custom fields only ours are asked for: changes of fields that
 * we may not see are taken out of a page after it was filled, and enough of them would leave it empty.
 */
final class Concerns {

    private static final List<String> TYPES =
            List.of("Create", "Correspond", "Status", "Set", "SetWatcher", Cuts.TRUNCATED, Cuts.DROPPED);

    private final Rest rest;
    private final RequestTrackerSettings settings;
    private final Remembered<List<String>> numbers;

    Concerns(Rest rest, RequestTrackerSettings settings, Clock clock) {
        this.rest = rest;
        this.settings = settings;
        this.numbers = new Remembered<>(clock);
    }

    /** Those that all see who see the ticket. */
    String seen() {
        return Sql.either(
                List.of(Sql.any("Type", TYPES), Sql.both(Sql.is("Type", "AddLink"), Sql.is("Field", "MergedInto"))));
    }

    /** Changes of our custom fields; nothing when we see none of these. */
    Optional<String> fields() {
        String changed = Sql.is("Type", "CustomField");
        Optional<List<String>> known = numbers.get(settings.queue()).orElseGet(this::asked);
        if (known.isEmpty()) {
            return Optional.of(changed);
        }
        return known.filter(some -> !some.isEmpty()).map(some -> Sql.both(changed, Sql.any("Field", some)));
    }

    String all() {
        List<String> conditions = new ArrayList<>(List.of(seen()));
        fields().ifPresent(conditions::add);
        return Sql.either(conditions);
    }

    /** Where some are missing they may be shown to us any moment, and what changes in them then must be heard. */
    private Optional<List<String>> asked() {
        Optional<List<String>> asked = numbers();
        return asked.filter(some -> some.size() < names().size()).isPresent()
                ? asked
                : numbers.put(settings.queue(), asked);
    }

    /** The numbers of our custom fields; nothing when they cannot be asked for. */
    private Optional<List<String>> numbers() {
        Set<String> ours = names();
        try {
            return Optional.of(rest
                    .read("lookup", "/queue/" + Address.encoded(settings.queue()), Map.of())
                    .record()
                    .list("TicketCustomFields")
                    .stream()
                    .filter(field -> ours.contains(field.text("name")))
                    .map(field -> field.text("id"))
                    .sorted()
                    .toList());
        } catch (RemoteFailure.Refused | RemoteFailure.Gone hidden) {
            return Optional.empty();
        }
    }

    private Set<String> names() {
        Fields fields = settings.fields();
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Stream.of(
                        Stream.of(
                                fields.caseNumber(),
                                fields.trackingNumber(),
                                fields.category(),
                                fields.compensationState(),
                                fields.compensationAmount()),
                        fields.resolutionCode().stream(),
                        fields.resolutionNotes().stream())
                .flatMap(some -> some)
                .forEach(names::add);
        return names;
    }
}
