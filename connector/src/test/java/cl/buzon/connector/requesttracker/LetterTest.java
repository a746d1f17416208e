package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.ScriptedParts.holder;
import static cl.buzon.connector.requesttracker.ScriptedParts.inside;
import static cl.buzon.connector.requesttracker.ScriptedParts.part;
import static cl.buzon.connector.requesttracker.ScriptedParts.words;
import static cl.buzon.connector.requesttracker.ScriptedTransactions.AT;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a letter that its writer's program has taken apart. */
class LetterTest {

    @AutoClose
    private final ScriptedTracker tracker = new ScriptedTracker();

    private final ScriptedTransactions transactions = new ScriptedTransactions(tracker);
    private final ScriptedParts parts = new ScriptedParts(tracker);

    private Changes said(List<String> heads, List<String> words, String... places) {
        transactions.said(101, 101);
        parts.tell(heads, words, places);
        return tracker.system.changes(AT);
    }

    /** Of the parts 3 and 4, which lie in the part 2. */
    private Changes saidOfTwo(String holder, String first, String second, String... words) {
        return said(
                List.of(holder(2, holder), part(3, first), part(4, second)),
                List.of(words),
                inside(3, 2),
                inside(4, 2));
    }

    /** It may be many megabytes, for nothing. */
    @Test
    void aLargePageBesideTheSameInPlainIsNotFetched() {
        Changes changes = said(
                List.of(
                        holder(2, "multipart/alternative"),
                        part(3, "text/plain"),
                        part(4, "text/html", Contents.LONGEST + 1)),
                List.of(words(3, "Lo mismo")),
                inside(3, 2),
                inside(4, 2));

        assertThat(changes.messages()).extracting(RemoteMessage::text).containsExactly("Lo mismo");
        assertThat(tracker.asked).noneMatch(asked -> asked.path().endsWith("/file"));
    }

    /** As telephones write: words, a picture without a name, and more words. */
    @Test
    void allTextsOfAMixtureAreTold() {
        Changes changes = said(
                List.of(
                        holder(2, "multipart/mixed"),
                        part(3, "text/plain"),
                        part(4, "image/jpeg"),
                        part(5, "text/plain"),
                        part(6, "text/plain")),
                List.of(words(3, "Antes"), words(5, "Después")),
                inside(3, 2),
                inside(4, 2),
                inside(5, 2),
                inside(6, 2, "attachment"));

        assertThat(changes.messages()).extracting(RemoteMessage::text).containsExactly("Antes\n\nDespués");
        assertThat(changes.files())
                .extracting(RemoteFile::name)
                .as("even what nobody has named")
                .containsExactly("archivo-4.jpg", "archivo-6.txt");
    }

    @ParameterizedTest
    @CsvSource({"'Hola Camila', 'Hola Camila'", "'  ', 'Hola'"})
    void ofAlternativesOneIsTold(String plain, String told) {
        Changes changes =
                saidOfTwo("multipart/alternative", "text/plain", "text/html", words(3, plain), words(4, "<p>Hola</p>"));

        assertThat(changes.messages()).extracting(RemoteMessage::text).containsExactly(told);
    }

    @Test
    void aCalendarIsAFileAndNoWords() {
        Changes changes = saidOfTwo(
                "multipart/mixed",
                "text/plain",
                "text/calendar",
                words(3, "Pasamos el martes"),
                words(4, "BEGIN:VCALENDAR"));

        assertThat(changes.messages()).extracting(RemoteMessage::text).containsExactly("Pasamos el martes");
        assertThat(changes.files()).extracting(RemoteFile::name).containsExactly("archivo-4.ics");
    }

    @Test
    void aFooterIsNotToldInPlaceOfTheAnswer() {
        Changes changes = saidOfTwo(
                "multipart/mixed", "text/html", "text/plain", words(3, "<b>Va en camino</b>"), words(4, "Aviso legal"));

        assertThat(changes.messages()).extracting(RemoteMessage::text).containsExactly("Va en camino\n\nAviso legal");
    }

    @Test
    void whatIsPassedOnIsToldOnlyWhereNothingElseIs() {
        List<String> heads = List.of(
                holder(2, "multipart/mixed"),
                part(3, "text/plain"),
                holder(4, "message/rfc822"),
                part(5, "text/plain"));
        String[] places = {inside(3, 2), inside(4, 2), inside(5, 4)};

        assertThat(said(heads, List.of(words(3, "Vea esto"), words(5, "Otro")), places)
                        .messages())
                .extracting(RemoteMessage::text)
                .containsExactly("Vea esto");
        assertThat(said(heads, List.of(words(3, " "), words(5, "Otro")), places).messages())
                .extracting(RemoteMessage::text)
                .containsExactly("Otro");
    }

    /** With a screenshot in it, most of it is no words. */
    @Test
    void aLargeAnswerWithMarkupIsToldByItsWords() {
        Changes changes = said(
                List.of(part(14, "text/html", 3_000_000)),
                List.of(words(14, "<p>Hola</p><img src='data:image/png;base64," + "A".repeat(2_900_000) + "'>")));

        assertThat(changes.messages()).extracting(RemoteMessage::text).containsExactly("Hola");
        assertThat(changes.files()).isEmpty();
    }

    @Test
    void aTextThatIsTooLongForAMessageComesAsAFile() {
        Changes changes = said(List.of(part(14, "text/plain", 9_000_000)), List.of());

        assertThat(changes.messages()).isEmpty();
        assertThat(changes.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("mensaje-14.txt");
            assertThat(file.size()).isEqualTo(9_000_000);
        });
    }
}
