package cl.buzon.web.api;

import cl.buzon.desk.ActivityView;
import cl.buzon.desk.AttachmentView;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.CaseState;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry of a case's history. Each type has its own members, and always all of them. */
sealed interface ActivityJson {

    /** Who did it. */
    record ActorJson(String name, ActorKind kind) {}

    /** What somebody wrote. */
    record MessageJson(
            UUID id,
            ActivityView.Type type,
            Instant at,
            ActorJson actor,
            @Nullable String text) implements ActivityJson {}

    /** A file that somebody attached. */
    record FileJson(UUID id, ActivityView.Type type, Instant at, ActorJson actor, AttachedJson attachment)
            implements ActivityJson {}

    /** The case moved; the first time it comes from nowhere. */
    record StateJson(
            UUID id,
            ActivityView.Type type,
            Instant at,
            ActorJson actor,
            @Nullable CaseState from,
            @Nullable CaseState to,
            @Nullable String reason)
            implements ActivityJson {}

    /** Somebody else is in charge, or nobody any more. */
    record AssignmentJson(
            UUID id,
            ActivityView.Type type,
            Instant at,
            ActorJson actor,
            @Nullable PersonJson executive) implements ActivityJson {}

    /** Where the compensation stood then. */
    record CompensationChangeJson(
            UUID id,
            ActivityView.Type type,
            Instant at,
            ActorJson actor,
            @Nullable CompensationJson compensation) implements ActivityJson {}

    /** A file within the history. */
    record AttachedJson(
            UUID id,
            String name,
            String contentType,
            long size,
            String sha256,
            @Nullable String evidence,
            @Nullable UUID messageId) {

        static AttachedJson of(AttachmentView view) {
            return new AttachedJson(
                    view.id().value(),
                    view.name(),
                    view.contentType(),
                    view.size(),
                    view.sha256(),
                    view.evidence(),
                    view.messageId());
        }
    }

    static ActivityJson of(ActivityView of) {
        ActorJson actor = new ActorJson(of.actorName(), of.actorKind());
        return switch (of.type()) {
            case MESSAGE -> new MessageJson(of.id(), of.type(), of.at(), actor, of.text());
            case FILE ->
                new FileJson(
                        of.id(), of.type(), of.at(), actor, AttachedJson.of(Objects.requireNonNull(of.attachment())));
            case STATE -> new StateJson(of.id(), of.type(), of.at(), actor, of.from(), of.to(), of.reason());
            case ASSIGNMENT -> new AssignmentJson(of.id(), of.type(), of.at(), actor, PersonJson.of(of.executive()));
            case COMPENSATION ->
                new CompensationChangeJson(
                        of.id(),
                        of.type(),
                        of.at(),
                        actor,
                        of.compensation() == null ? null : CompensationJson.of(of.compensation()));
        };
    }
}
