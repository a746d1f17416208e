package cl.buzon.web.portal;

import cl.buzon.desk.ActivityView;
import cl.buzon.desk.AttachmentView;
import cl.buzon.desk.CaseView;
import cl.buzon.desk.SyncDesk.Delivery;
import cl.buzon.shared.ActorKind;
import cl.buzon.web.i18n.Moments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A case's history as the page tells it: days, what people said with their files, and what happened in between. */
@RequestScoped
class Conversation {

    @Inject
    CaseEvents events;

    @Inject
    Moments moments;

    @Inject
    Files files;

    @Inject
    Deliveries deliveries;

    /**
     * One line of it.
     *
     * @param key tells it from all others of the case, also when the page is fetched anew
     * @param kind DAY (with text), MESSAGE or EVENT (with sign and pieces)
     * @param delivery of a MESSAGE that travels to the executive: QUEUED, DELIVERED or FAILED
     */
    public record Entry(
            String key,
            String kind,
            Instant at,
            String text,
            String who,
            boolean mine,
            boolean staff,
            List<FileLink> files,
            String delivery,
            String sign,
            List<Phrase.Piece> pieces) {}

    /**
     * What happened in a stretch of the history, and what the claim says when it is the first.
     *
     * @param mine whether the visitor is who reported the case
     */
    List<Entry> of(CaseView view, List<ActivityView> history, boolean mine) {
        Map<UUID, List<FileLink>> withMessages = filesBy(view, history);
        Map<UUID, Delivery> travels = deliveries.of(view);
        boolean fromStart = history.isEmpty() || history.get(0).position() == 1;
        List<ActivityView> first = fromStart ? firstFiles(history) : List.of();
        Set<UUID> said = history.stream()
                .filter(one -> one.type() == ActivityView.Type.MESSAGE)
                .map(ActivityView::messageId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Entry> entries = new ArrayList<>();
        if (fromStart) {
            entries.add(message(
                    "opening",
                    view.createdAt(),
                    view.description(),
                    view.reporter(),
                    mine,
                    false,
                    first.stream().map(one -> link(view, one)).toList(),
                    ""));
        }
        history.stream()
                .filter(Predicate.not(first::contains))
                .filter(one -> one.attachment() == null
                        || !said.contains(one.attachment().messageId()))
                .map(one -> entry(view, one, withMessages, travels))
                .filter(Objects::nonNull)
                .forEach(entries::add);
        return withDays(entries);
    }

    private @Nullable Entry entry(
            CaseView view, ActivityView one, Map<UUID, List<FileLink>> withMessages, Map<UUID, Delivery> travels) {
        return switch (one.type()) {
            case MESSAGE -> {
                List<FileLink> with =
                        one.messageId() == null ? List.of() : withMessages.getOrDefault(one.messageId(), List.of());
                yield message(one, Objects.requireNonNullElse(one.text(), ""), with, travels);
            }
            case FILE -> one.attachment() == null ? null : message(one, "", List.of(link(view, one)), travels);
            default ->
                events.of(one)
                        .map(event -> new Entry(
                                one.id().toString(),
                                "EVENT",
                                one.at(),
                                "",
                                "",
                                false,
                                false,
                                List.of(),
                                "",
                                event.sign(),
                                event.pieces()))
                        .orElse(null);
        };
    }

    private static Entry message(ActivityView one, String text, List<FileLink> files, Map<UUID, Delivery> travels) {
        Stream<UUID> parts = Stream.concat(
                Stream.ofNullable(one.messageId()), files.stream().map(file -> UUID.fromString(file.id())));
        return message(
                one.id().toString(),
                one.at(),
                text,
                one.actorName(),
                one.own(),
                one.actorKind() == ActorKind.EXECUTIVE,
                files,
                Deliveries.furthestBehind(travels, parts));
    }

    private static Entry message(
            String key,
            Instant at,
            String text,
            String who,
            boolean mine,
            boolean staff,
            List<FileLink> files,
            String delivery) {
        return new Entry(key, "MESSAGE", at, text, who, mine, staff, files, delivery, "", List.of());
    }

    /** The files that came with the claim: the customer's, before anything else than the opening happened. */
    static List<ActivityView> firstFiles(List<ActivityView> history) {
        return history.stream()
                .takeWhile(one -> isOfTheClaim(one) || isOpening(one))
                .filter(Conversation::isOfTheClaim)
                .toList();
    }

    private static boolean isOpening(ActivityView one) {
        boolean first = one.type() == ActivityView.Type.STATE && one.from() == null;
        return first || one.type() == ActivityView.Type.COMPENSATION;
    }

    private static boolean isOfTheClaim(ActivityView one) {
        return withoutMessage(one) && one.actorKind() == ActorKind.CUSTOMER;
    }

    private static boolean withoutMessage(ActivityView one) {
        return one.attachment() != null && one.attachment().messageId() == null;
    }

    private Map<UUID, List<FileLink>> filesBy(CaseView view, List<ActivityView> history) {
        return history.stream()
                .map(ActivityView::attachment)
                .filter(Objects::nonNull)
                .filter(file -> file.messageId() != null)
                .collect(Collectors.groupingBy(
                        file -> Objects.requireNonNull(file.messageId()),
                        Collectors.mapping(
                                (Function<AttachmentView, FileLink>) file -> files.link(view.number(), file),
                                Collectors.toList())));
    }

    private FileLink link(CaseView view, ActivityView one) {
        return files.link(view.number(), Objects.requireNonNull(one.attachment()));
    }

    private List<Entry> withDays(List<Entry> entries) {
        List<Entry> told = new ArrayList<>();
        String day = "";
        for (Entry entry : entries) {
            String next = moments.day(entry.at());
            if (!next.equals(day)) {
                told.add(new Entry(
                        "day-" + entry.key(), "DAY", entry.at(), next, "", false, false, List.of(), "", "", List.of()));
                day = next;
            }
            told.add(entry);
        }
        return told;
    }
}
