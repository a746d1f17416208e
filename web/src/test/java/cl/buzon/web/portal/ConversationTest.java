package cl.buzon.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.ActivityView;
import cl.buzon.desk.AttachmentView;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private static final Instant NOON = Instant.parse("2026-11-23T15:00:00Z");

    @Test
    void theCustomersFirstFilesCameWithTheClaim() {
        ActivityView photo = file(ActorKind.CUSTOMER, null);

        assertThat(Conversation.firstFiles(List.of(opening(), photo))).containsExactly(photo);
    }

    @Test
    void aFileOfTheBackOfficeNeverCameWithTheClaim() {
        ActivityView photo = file(ActorKind.CUSTOMER, null);

        assertThat(Conversation.firstFiles(
                        List.of(opening(), photo, file(ActorKind.EXECUTIVE, null), file(ActorKind.CUSTOMER, null))))
                .containsExactly(photo);
    }

    @Test
    void aFileOfAMessageBelongsToThat() {
        assertThat(Conversation.firstFiles(List.of(opening(), file(ActorKind.CUSTOMER, UUID.randomUUID()))))
                .isEmpty();
    }

    private static ActivityView opening() {
        return entry(ActivityView.Type.STATE, ActorKind.CUSTOMER, null);
    }

    private static ActivityView file(ActorKind by, @Nullable UUID message) {
        return entry(
                ActivityView.Type.FILE,
                by,
                new AttachmentView(
                        new AttachmentId(UUID.randomUUID()), "foto.jpg", "image/jpeg", 17, "ab", null, message, NOON));
    }

    private static ActivityView entry(ActivityView.Type type, ActorKind by, @Nullable AttachmentView file) {
        return new ActivityView(
                UUID.randomUUID(),
                1,
                type,
                NOON,
                "Camila",
                by,
                by == ActorKind.CUSTOMER,
                true,
                null,
                null,
                file,
                null,
                type == ActivityView.Type.STATE ? CaseState.NEW : null,
                null,
                null,
                null);
    }
}
