package cl.buzon.web.portal;

import cl.buzon.desk.ActivityView;
import cl.buzon.desk.CompensationView;
import cl.buzon.desk.PersonView;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import cl.buzon.web.i18n.Formats;
import cl.buzon.web.i18n.Texts;
import cl.buzon.web.portal.Phrase.Piece;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens to a case besides talking, in one line each. */
@RequestScoped
class CaseEvents {

    @Inject
    PageRequest request;

    /** A line with its icon. */
    record Event(String sign, List<Piece> pieces) {}

    /** Empty for what goes without saying: that the case came in. */
    Optional<Event> of(ActivityView one) {
        return switch (one.type()) {
            case ASSIGNMENT -> Optional.of(assignment(one));
            case STATE -> one.from() == null ? Optional.empty() : Optional.of(state(one));
            case COMPENSATION -> Optional.of(compensation(one));
            default -> Optional.empty();
        };
    }

    private Event assignment(ActivityView one) {
        PersonView executive = one.executive();
        return executive == null
                ? event("user-check", "event.unassigned", one)
                : event("user-check", "event.assigned", one, "executive", executive.name());
    }

    private Event state(ActivityView one) {
        CaseState to = one.to() == null ? CaseState.OPEN : one.to();
        return switch (to) {
            case NEW, OPEN -> event("circle-play", openKey(one), one);
            case AWAITING_INFO -> event("circle-pause", "event.AWAITING_INFO", one);
            case RESOLVED -> event("circle-check", "event.RESOLVED", one);
            case CLOSED -> event("archive", closedKey(one), one);
            case CANCELLED -> event("circle-x", cancelledKey(one), one);
        };
    }

    private static String openKey(ActivityView one) {
        return one.from() == CaseState.NEW
                ? "event.OPEN"
                : one.from() == CaseState.RESOLVED ? "event.reopened" : "event.resumed";
    }

    /** The key of how a case ended. */
    String ending(ActivityView end) {
        return end.to() == CaseState.CANCELLED ? "event.CANCELLED" : closedKey(end);
    }

    private static String closedKey(ActivityView one) {
        return one.own() ? "event.closedByYou" : one.actorKind() == ActorKind.SYSTEM ? "event.expired" : "event.closed";
    }

    private static String cancelledKey(ActivityView one) {
        return one.reason() != null && one.reason().matches("DUPLICATE|MISTAKE|SPAM|DELIVERED")
                ? "event.cancelled." + one.reason()
                : "event.CANCELLED";
    }

    private Event compensation(ActivityView one) {
        CompensationView terms = one.compensation();
        if (terms == null) {
            return event("banknote", "event.compensation", one);
        }
        Clp amount = terms.amount();
        String key = "event.compensation." + terms.state();
        return amount == null
                ? event("banknote", key, one)
                : event("banknote", key + ".amount", one, "amount", Formats.money(amount.amount()));
    }

    private Event event(String sign, String key, ActivityView one) {
        return event(sign, key, one, "", "");
    }

    private Event event(String sign, String key, ActivityView one, String place, String value) {
        Texts texts = request.texts();
        String pattern = texts.find(key).orElseGet(() -> texts.get(key.replace(".amount", "")));
        String reason = one.reason() == null ? "" : one.reason();
        return new Event(
                sign,
                Phrase.of(
                        // The other side tells a state without a reason
                        reason.isEmpty() ? pattern.replace(": {reason}", "") : pattern,
                        Map.of(
                                "who",
                                Piece.strong(one.actorName()),
                                "reason",
                                Piece.plain(reason),
                                place,
                                Piece.strong(value))));
    }
}
