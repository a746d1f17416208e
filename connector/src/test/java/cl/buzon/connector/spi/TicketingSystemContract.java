package cl.buzon.connector.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever implements {@link TicketingSystem} promises; to be run against each of them. */
public abstract class TicketingSystemContract {

    private static final CaseId CASE = new CaseId(new UUID(0x6f1d2c3b00004000L, 0x8000000000000001L));
    private static final CaseId OTHER = new CaseId(new UUID(0x6f1d2c3b00004000L, 0x8000000000000002L));

    private Watermark watermark = Watermark.START;

    /** The same one throughout a test. */
    protected abstract TicketingSystem system();

    /** The people on the other side. */
    protected abstract People people();

    /** So many comments that a poll needs several pages, where that costs nothing. */
    protected int pagesOfComments() {
        return 30;
    }

    /** What people on the other side do, each by another name than ours. */
    public interface People {
        void comment(TicketId ticket, String text);

        /** Something that no customer may read; nothing where there is no such thing. */
        void note(TicketId ticket, String text);

        void set(TicketId ticket, TicketField field, String value);

        /** A file whose bytes are its name. */
        void attach(TicketId ticket, String name);

        void delete(TicketId ticket);
    }

    /** What happened just before the first question may be told with the second. */
    @BeforeEach
    void hearWhatWasBefore() {
        hear();
        hear();
    }

    /** Number of the first of two cases, for systems that do not begin empty with each test. */
    protected long first() {
        return 4711;
    }

    private Correlation correlation(CaseId id) {
        return new Correlation(id, CaseNumber.of("CS", id.equals(CASE) ? first() : first() + 1), null, "Caja " + id);
    }

    private NewTicket wish(CaseId id) {
        return new NewTicket(
                correlation(id),
                "DAMAGE",
                null,
                "Caja " + id,
                "Llegó rota",
                new NewTicket.Customer("nobody@nowhere.example", "Camila Rojas", "Andes Sur SpA"),
                TicketFields.none()
                        .with(TicketField.STATE, "NEW")
                        .with(TicketField.COMPENSATION_STATE, "REQUESTED")
                        .with(TicketField.COMPENSATION_AMOUNT, ""));
    }

    private TicketId made() {
        return system().create(wish(CASE)).id();
    }

    /** All that changed since it was last asked, page by page. */
    private List<Changes> hear() {
        List<Changes> pages = new ArrayList<>();
        Changes page;
        do {
            page = system().changes(watermark);
            watermark = page.next();
            pages.add(page);
        } while (page.more());
        return pages;
    }

    /** What was said on one ticket: on others there may be people at work as well. */
    private static Stream<RemoteMessage> said(Changes page, TicketId ticket) {
        return page.messages().stream().filter(message -> message.ticket().equals(ticket));
    }

    private static OutgoingFile file(String name, byte[] bytes) {
        return new OutgoingFile(name, "text/plain", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatWasNotMadeIsNotFound() {
        made();

        assertThat(system().find(correlation(OTHER))).isEmpty();
    }

    @Test
    void whatWasMadeIsFoundByItsKey() {
        TicketId ticket = made();

        Ticket found = system().find(correlation(CASE)).orElseThrow();

        assertThat(found.id()).isEqualTo(ticket);
        assertThat(found.ours()).isEqualTo(CASE);
        assertThat(found.number()).isNotBlank();
    }

    @Test
    void aTicketHoldsWhatItWasGiven() {
        Ticket made = system().create(wish(CASE));

        for (Ticket told : List.of(made, system().read(made.id()))) {
            assertThat(told.fields().get(TicketField.STATE)).contains("NEW");
            assertThat(told.fields().get(TicketField.COMPENSATION_STATE)).contains("REQUESTED");
        }
    }

    @Test
    void whatIsWholeIsNotCompleted() {
        Ticket made = system().create(wish(CASE));

        Ticket complete = system().complete(made.id(), wish(CASE));

        assertThat(complete.stamp()).isEqualTo(made.stamp());
    }

    @Test
    void onlyWhatIsAskedForChanges() {
        TicketId ticket = made();

        Ticket after = system().update(ticket, TicketFields.none().with(TicketField.COMPENSATION_STATE, "WITHDRAWN"));

        assertThat(after.fields().get(TicketField.COMPENSATION_STATE)).contains("WITHDRAWN");
        assertThat(after.fields().get(TicketField.STATE)).contains("NEW");
    }

    @Test
    void stampsGrowWithEveryChange() {
        Ticket first = system().create(wish(CASE));
        Ticket second = system().update(first.id(), TicketFields.none().with(TicketField.STATE, "OPEN"));
        Ticket third =
                system().say(first.id(), system().comments("Camila", "hola").get(0));
        people().set(first.id(), TicketField.STATE, "AWAITING_INFO");
        Ticket fourth = system().read(first.id());

        assertThat(List.of(first.stamp(), second.stamp(), fourth.stamp()))
                .isSortedAccordingTo(java.util.Comparator.naturalOrder())
                .doesNotHaveDuplicates();
        assertThat(third.stamp().isOlderThan(second.stamp())).isFalse();
        assertThat(third.stamp()).isLessThan(fourth.stamp());
    }

    @Test
    void oursIsReadBackAsItWasSentAndAsOurs() {
        TicketId ticket = made();
        List<String> comments = system().comments("Camila", "Hola,\n[b]¿llegó?[/b] <i>sí</i> 📦");

        comments.forEach(comment -> system().say(ticket, comment));

        assertThat(system().messages(ticket)).extracting(RemoteMessage::text).containsExactlyElementsOf(comments);
        assertThat(system().messages(ticket))
                .allMatch(message -> message.author().us());
    }

    @Test
    void commentsSayWhoSaidItAndAllOfIt() {
        String text = "palabra ".repeat(500);

        List<String> comments = system().comments("Camila", text);

        assertThat(comments).allMatch(comment -> !comment.isBlank());
        assertThat(comments.get(0)).startsWith("Camila (portal): ");
        assertThat(String.join("", comments))
                .hasSizeGreaterThanOrEqualTo(text.strip().length());
    }

    @Test
    void equalCommentsAreAsManyAsWereSaid() {
        TicketId ticket = made();
        String comment = system().comments("Camila", "ok").get(0);

        system().say(ticket, comment);
        system().say(ticket, comment);

        assertThat(system().messages(ticket)).hasSize(2);
        assertThat(system().messages(ticket)).extracting(RemoteMessage::id).doesNotHaveDuplicates();
    }

    @Test
    void theirsIsNotOurs() {
        TicketId ticket = made();

        people().comment(ticket, "Estamos en ello");

        assertThat(system().messages(ticket)).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("Estamos en ello");
            assertThat(message.author().us()).isFalse();
            assertThat(message.author().name()).isNotBlank();
        });
    }

    @Test
    void internalNotesNeverComeByAnyWay() {
        TicketId ticket = made();
        people().note(ticket, "secreto interno");
        people().comment(ticket, "público");

        List<RemoteMessage> all = new ArrayList<>(system().messages(ticket));
        hear().forEach(page -> said(page, ticket).forEach(all::add));
        all.addAll(system().survey(List.of(ticket)).messages());

        assertThat(all).extracting(RemoteMessage::text).containsOnly("público");
    }

    @Test
    void bytesComeBackAsTheyWere() throws IOException {
        TicketId ticket = made();
        people().attach(ticket, "año nuevo.txt");

        RemoteFile theirs = system().files(ticket).get(0);

        assertThat(theirs.name()).isEqualTo("año nuevo.txt");
        assertThat(theirs.author().us()).isFalse();
        try (InputStream in = system().open(theirs)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes("año nuevo.txt"));
        }
    }

    @Test
    void aFileOfOursIsThereUnderTheKeyThatWasTold() {
        TicketId ticket = made();

        RemoteFile sent = system().attach(ticket, file("a b.txt", bytes("hola")));
        RemoteFile other = system().attach(ticket, file("añejo.txt", bytes("x".repeat(3000))));
        String quoted = system().fileName("Boleta \"copia\".txt");
        RemoteFile third = system().attach(ticket, file(quoted, bytes("hola")));

        assertThat(system().files(ticket))
                .extracting(RemoteFile::id, RemoteFile::name, RemoteFile::size)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(sent.id(), "a b.txt", 4L),
                        org.assertj.core.groups.Tuple.tuple(other.id(), "añejo.txt", 3000L),
                        org.assertj.core.groups.Tuple.tuple(third.id(), quoted, 4L));
        assertThat(system().files(ticket)).allMatch(file -> file.author().us());
        assertThat(system().messages(ticket)).as("a file is no message").isEmpty();
    }

    @Test
    void theSmallestFileThatItTakesIsTaken() {
        TicketId ticket = made();
        byte[] bytes = new byte[Math.toIntExact(system().capabilities().minFileSize())];

        RemoteFile sent = system().attach(ticket, file("vacío.txt", bytes));

        assertThat(system().files(ticket)).singleElement().satisfies(stored -> {
            assertThat(stored.id()).isEqualTo(sent.id());
            assertThat(stored.size()).isEqualTo(bytes.length);
        });
    }

    @Test
    void aStateThatItDoesNotHaveIsSeenAsWhatWasSaid() {
        TicketId ticket = made();
        for (CaseState state : List.of(CaseState.OPEN, CaseState.AWAITING_INFO, CaseState.CLOSED)) {
            Ticket told = system().update(ticket, TicketFields.none().with(TicketField.STATE, state.name()));

            assertThat(told.fields().get(TicketField.STATE))
                    .contains(system().capabilities().seen(TicketField.STATE, state.name()));
        }
    }

    /** Whoever keeps what a reply does by itself from happening keeps it for all states that cannot be answered to. */
    @Test
    void aReplyLeavesTheStateOfWhatIsNewOrSolved() {
        TicketId ticket = made();
        system().say(ticket, system().comments("Camila", "una cosa más").get(0));
        assertThat(system().read(ticket).fields().get(TicketField.STATE)).contains("NEW");

        system().update(ticket, TicketFields.none().with(TicketField.STATE, "RESOLVED"));
        system().say(ticket, system().comments("Camila", "gracias").get(0));

        assertThat(system().read(ticket).fields().get(TicketField.STATE)).contains("RESOLVED");
        assertThat(system().messages(ticket)).hasSize(2);
    }

    @Test
    void whatChangesIsToldFromTheFirstQuestionOn() {
        TicketId ticket = made();
        people().comment(ticket, "hola");
        people().attach(ticket, "a.txt");
        people().set(ticket, TicketField.STATE, "OPEN");

        List<Changes> pages = hear();

        assertThat(pages.stream().flatMap(page -> page.tickets().stream()))
                .filteredOn(told -> told.id().equals(ticket))
                .last()
                .satisfies(
                        told -> assertThat(told.fields().get(TicketField.STATE)).contains("OPEN"));
        assertThat(pages.stream().flatMap(page -> page.messages().stream()).map(RemoteMessage::text))
                .contains("hola");
        assertThat(pages.stream().flatMap(page -> page.files().stream()).map(RemoteFile::name))
                .contains("a.txt");
    }

    @Test
    void whateverPagesThereAreNothingIsSkipped() {
        TicketId ticket = made();
        Set<String> heard = new HashSet<>();
        for (int i = 0; i < pagesOfComments(); i++) {
            people().comment(ticket, "palabra " + i);
            if (i % 7 == 0) {
                Changes page = system().changes(watermark);
                watermark = page.next();
                said(page, ticket).forEach(message -> heard.add(message.id()));
            }
        }

        hear().forEach(page -> said(page, ticket).forEach(message -> heard.add(message.id())));

        assertThat(heard).hasSize(pagesOfComments());
    }

    @Test
    void oursComesBackWithTheChangesAsOurs() {
        TicketId ticket = made();
        system().say(ticket, system().comments("Camila", "hola").get(0));
        system().attach(ticket, file("a.txt", bytes("hola")));

        List<Changes> pages = hear();

        assertThat(pages.stream().flatMap(page -> said(page, ticket)))
                .isNotEmpty()
                .allMatch(message -> message.author().us());
        assertThat(pages.stream().flatMap(page -> page.files().stream()))
                .filteredOn(one -> one.ticket().equals(ticket))
                .isNotEmpty()
                .allMatch(one -> one.author().us());
    }

    @Test
    void whatIsDeletedIsGoneAndNothingElseIs() {
        TicketId ticket = made();
        TicketId other = system().create(wish(OTHER)).id();

        people().delete(ticket);

        assertThatThrownBy(() -> system().read(ticket)).isInstanceOf(RemoteFailure.Gone.class);
        assertThatThrownBy(() -> system().say(ticket, "Camila (portal): hola")).isInstanceOf(RemoteFailure.Gone.class);
        assertThat(system().find(correlation(CASE))).isEmpty();
        assertThat(system().survey(List.of(ticket, other)).tickets())
                .extracting(Ticket::id)
                .containsExactly(other);
    }

    @Test
    void aSurveyTellsAllThatTicketsHold() {
        TicketId ticket = made();
        TicketId other = system().create(wish(OTHER)).id();
        people().comment(ticket, "uno");
        people().comment(other, "dos");
        people().attach(other, "a.txt");

        Changes all = system().survey(List.of(ticket, other));

        assertThat(all.tickets()).extracting(Ticket::id).containsExactlyInAnyOrder(ticket, other);
        assertThat(all.messages()).extracting(RemoteMessage::text).containsExactlyInAnyOrder("uno", "dos");
        assertThat(all.files()).extracting(RemoteFile::ticket).containsExactly(other);
    }
}
