package cl.buzon.desk;

import cl.buzon.accounts.PortalUser;
import cl.buzon.cases.Case;
import cl.buzon.notifications.Author;
import cl.buzon.notifications.News;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a history are news to somebody: what the other side says, shows and decides, and any move that is not
 * the reader's own.
 */
final class NewsOfEntries {

    /** What somebody has decided, or tried to pay. */
    private static final Set<CompensationState> DECIDED = EnumSet.of(
            CompensationState.APPROVED,
            CompensationState.REJECTED,
            CompensationState.PAYMENT_PENDING,
            CompensationState.PAID,
            CompensationState.PAYMENT_FAILED);

    private NewsOfEntries() {}

    static Optional<News> of(ActivityView entry, Case on, PortalUser reader) {
        if (entry.own()) {
            return Optional.empty();
        }
        boolean colleagues = entry.actorKind() == ActorKind.CUSTOMER;
        return switch (entry.type()) {
            case MESSAGE ->
                colleagues
                        ? Optional.empty()
                        : Optional.of(
                                new News.Said(author(entry), entry.text() == null ? "" : entry.text(), entry.at()));
            case FILE -> colleagues ? Optional.empty() : Optional.of(new News.Shown(author(entry)));
            case STATE -> colleagues && !on.reporter().equals(reader.id()) ? Optional.empty() : moved(entry, on);
            case COMPENSATION -> decided(entry);
            case ASSIGNMENT -> Optional.empty();
        };
    }

    private static Optional<News> moved(ActivityView entry, Case on) {
        CaseState from = entry.from();
        CaseState to = entry.to();
        if (from == null || to == null) {
            return Optional.empty();
        }
        return Optional.of(new News.Moved(person(entry), from, to, words(entry, to, on), entry.at()));
    }

    private static @Nullable String words(ActivityView entry, CaseState to, Case on) {
        return switch (to) {
            case AWAITING_INFO -> entry.reason();
            case RESOLVED -> on.resolutionNotes().orElse(null);
            case NEW, OPEN, CLOSED, CANCELLED -> null;
        };
    }

    private static Optional<News> decided(ActivityView entry) {
        CompensationView terms = entry.compensation();
        return terms == null || !DECIDED.contains(terms.state())
                ? Optional.empty()
                : Optional.of(new News.Decided(person(entry), terms.state(), terms.amount()));
    }

    private static Author author(ActivityView entry) {
        return new Author(entry.actorName(), entry.known());
    }

    /** Nobody, when it was the clock, or the back office by a ticketing system that does not tell who changes a field. */
    private static @Nullable Author person(ActivityView entry) {
        return entry.known() ? author(entry) : null;
    }
}
