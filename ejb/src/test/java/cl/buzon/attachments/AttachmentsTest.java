package cl.buzon.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.ActorKind;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseId;
import cl.buzon.testing.TestPersistence;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AttachmentsTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final Instant NOON = Instant.parse("2026-03-02T15:00:00Z");

    private final CaseId damage = CaseId.random();
    private final CaseId loss = CaseId.random();
    private final Attachment photo = attachment(damage, "foto.jpg", "a", NOON);
    private final Attachment invoice = attachment(damage, "boleta.pdf", "b", NOON.minusSeconds(1));
    private final Attachment manifest = attachment(loss, "manifiesto.pdf", "c", NOON);

    @BeforeEach
    void threeFilesOfTwoCases() {
        PERSISTENCE.run(em -> {
            // The files of cases that are not there: the arrow from file to case is not what is asked here.
            em.createNativeQuery("set local session_replication_role = replica").executeUpdate();
            Attachments attachments = new Attachments(em);
            List.of(photo, invoice, manifest).forEach(attachments::add);
        });
    }

    @Test
    void aCaseListsItsFilesInTheOrderTheyCame() {
        read(attachments -> {
            assertThat(attachments.of(damage)).extracting(Attachment::name).containsExactly("boleta.pdf", "foto.jpg");
            assertThat(attachments.count(damage)).isEqualTo(2);
        });
    }

    @Test
    void aFileComesBackAsItWas() {
        read(attachments -> assertThat(attachments.find(damage, photo.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(photo));
    }

    @Test
    void aFileIsNotFoundThroughAnotherCase() {
        read(attachments -> {
            assertThat(attachments.find(loss, photo.id())).isEmpty();
            assertThat(attachments.byIds(loss, Set.of(photo.id(), manifest.id())))
                    .containsOnlyKeys(manifest.id());
        });
    }

    @Test
    void askingForNoFilesFindsNone() {
        read(attachments -> {
            assertThat(attachments.find(damage, AttachmentId.random())).isEmpty();
            assertThat(attachments.byIds(damage, Set.of())).isEmpty();
            assertThat(attachments.named(Set.of())).isEmpty();
        });
    }

    @Test
    void theContentsThatFilesNameAreKnown() {
        read(attachments -> assertThat(attachments.named(Set.of(photo.sha256(), "f".repeat(64))))
                .containsExactly(photo.sha256()));
    }

    private static Attachment attachment(CaseId to, String name, String hex, Instant at) {
        ReceivedFile file = new ReceivedFile(name, "application/pdf", 3, hex.repeat(64));
        return new Attachment(to, file, null, "PACKAGING_PHOTO", ActorKind.CUSTOMER, at);
    }

    private static void read(Consumer<Attachments> questions) {
        PERSISTENCE.run(em -> questions.accept(new Attachments(em)));
    }
}
