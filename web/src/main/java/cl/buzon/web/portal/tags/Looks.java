package cl.buzon.web.portal.tags;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one place that says which icon (a symbol of {@code icons.svg}) and which tone (a class of {@code buzon.css}) a
 * state or category has. A chip is always icon and word, never colour alone.
 */
public final class Looks {

    private static final Look UNKNOWN = new Look("package", "mute");

    private static final Map<String, Look> LOOKS = Map.ofEntries(
            look("state.NEW", "inbox", "mute"),
            look("state.OPEN", "circle-dot", "info"),
            look("state.AWAITING_INFO", "message-circle-reply", "wait"),
            look("state.RESOLVED", "circle-check", "ok"),
            look("state.CLOSED", "archive", "mute"),
            look("state.CANCELLED", "circle-x", "mute"),
            look("compensation.NOT_REQUESTED", "minus", "mute"),
            look("compensation.NOT_APPLICABLE", "minus", "mute"),
            look("compensation.REQUESTED", "hand-coins", "info"),
            look("compensation.UNDER_REVIEW", "hourglass", "info"),
            look("compensation.APPROVED", "check", "ok"),
            look("compensation.REJECTED", "ban", "mute"),
            look("compensation.PAYMENT_PENDING", "clock", "wait"),
            look("compensation.PAID", "check-check", "ok"),
            look("compensation.PAYMENT_FAILED", "triangle-alert", "bad"),
            look("compensation.WITHDRAWN", "undo-2", "mute"),
            look("theme.SYSTEM", "sun-moon", "mute"),
            look("theme.LIGHT", "sun", "mute"),
            look("theme.DARK", "moon", "mute"),
            look("token.GOOD", "circle-check", "ok"),
            look("token.EXPIRED", "clock", "mute"),
            look("token.REVOKED", "ban", "mute"),
            look("bulk.WORKING", "hourglass", "info"),
            look("bulk.DONE", "circle-check", "ok"),
            look("bulk.MEND", "triangle-alert", "wait"),
            look("webhook.ON", "circle-check", "ok"),
            look("webhook.OFF", "circle-pause", "mute"),
            look("webhook.FAILING", "triangle-alert", "bad"),
            look("told.PENDING", "clock", "wait"),
            look("told.DELIVERED", "check", "ok"),
            look("told.FAILED", "triangle-alert", "bad"),
            look("executive.PRESENT", "circle-check", "ok"),
            look("executive.ABSENT", "calendar", "wait"),
            look("executive.INACTIVE", "minus", "mute"),
            look("situation.ON", "circle-check", "ok"),
            look("situation.OFF", "minus", "mute"),
            look("finding.GOOD", "circle-check", "ok"),
            look("finding.WARNING", "triangle-alert", "wait"),
            look("finding.BAD", "circle-x", "bad"),
            look("finding.SKIPPED", "minus", "mute"),
            look("delivery.QUEUED", "clock", "wait"),
            look("delivery.DELIVERED", "check", "ok"),
            look("delivery.FAILED", "triangle-alert", "bad"),
            look("mail.PENDING", "clock", "wait"),
            look("mail.SENT", "check", "ok"),
            look("mail.REFUSED", "triangle-alert", "bad"),
            look("mail.KEPT", "inbox", "mute"),
            look("mail.OBSOLETE", "minus", "mute"),
            look("category.LOSS", "package-search", "info"),
            look("category.DAMAGE", "package-x", "info"),
            look("category.RIFLING", "package-open", "info"),
            look("category.DELAY", "clock-alert", "info"),
            look("category.MISDELIVERY", "map-pin-x", "info"),
            look("category.DISPUTED_DELIVERY", "circle-help", "info"),
            look("category.WRONG_RETURN", "undo-2", "info"),
            look("category.COD_NOT_REMITTED", "hand-coins", "info"),
            look("category.PICKUP_FAILURE", "truck", "info"),
            look("category.BILLING", "receipt", "info"),
            look("category.NO_MOVEMENT", "route-off", "info"),
            look("category.OTHER", "circle-ellipsis", "info"));

    private record Look(String icon, String tone) {}

    private Looks() {}

    private static Map.Entry<String, Look> look(String what, String icon, String tone) {
        return Map.entry(what, new Look(icon, tone));
    }

    /** The icon of a {@code state}, {@code compensation} or {@code category}; a parcel for a category nobody drew. */
    public static String icon(String kind, String value) {
        return LOOKS.getOrDefault(kind + "." + value, UNKNOWN).icon();
    }

    public static String tone(String kind, String value) {
        return LOOKS.getOrDefault(kind + "." + value, UNKNOWN).tone();
    }

    /** The icon of a column's head for an {@code aria-sort} value. */
    public static String arrow(String direction) {
        return switch (direction) {
            case "ascending" -> "arrow-up";
            case "descending" -> "arrow-down";
            default -> "arrow-up-down";
        };
    }

    /** {@code CR} for Camila Rojas. */
    public static String initials(String name) {
        return Stream.of(name.trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /** The file's extension in lower case when it is short enough for a badge, otherwise nothing. */
    public static String kind(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return extension.matches("[a-z0-9]{1,4}") && extension.length() < fileName.length() ? extension : "";
    }
}
