package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.ScriptedParts.file;
import static cl.buzon.connector.requesttracker.ScriptedParts.part;
import static cl.buzon.connector.requesttracker.ScriptedParts.words;
import static cl.buzon.connector.requesttracker.ScriptedTracker.ROOT;
import static cl.buzon.connector.requesttracker.ScriptedTracker.TICKET;
import static cl.buzon.connector.requesttracker.ScriptedTracker.json;
import static cl.buzon.connector.requesttracker.ScriptedTransactions.AT;
import static cl.buzon.connector.requesttracker.ScriptedTransactions.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whose tickets a poll or a survey tells of, who is heard on them, and what somebody has to look at alone. */
class TidingsTest {

    @AutoClose
    private final ScriptedTracker tracker = new ScriptedTracker();

    private final ScriptedTransactions transactions = new ScriptedTransactions(tracker);
    private final ScriptedParts parts = new ScriptedParts(tracker);

    @Test
    void whatWasDeletedMergedOrHiddenIsToldAsMissed() {
        transactions.tell(
                row(101, "Status", "7", "mfuentes", "13:59:00"),
                row(102, "AddLink", "8", "mfuentes", "13:59:01"),
                row(103, "Set", "9", "mfuentes", "13:59:02"));
        tracker.finds(json("7", "deleted", "CS0001001"), json("9", "open", "CS0001002"));

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.missed()).containsExactlyInAnyOrder(new TicketId("7"), new TicketId("8"));
        assertThat(changes.tickets()).extracting(Ticket::id).containsExactly(new TicketId("9"));
    }

    /** Its people may have hidden the field from us: then nobody but the case itself knows that it is ours. */
    @Test
    void aTicketThatDoesNotTellItsNumberIsOneThatIsMissed() {
        transactions.tell(
                row(101, "Correspond", "7", "mfuentes", "13:59:00"), row(102, "Set", "9", "mfuentes", "13:59:02"));
        tracker.finds(json("7", "open", ""), json("9", "open", "CS0001002"));

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.missed()).containsExactly(new TicketId("7"));
        assertThat(changes.tickets()).extracting(Ticket::id).containsExactly(new TicketId("9"));
    }

    @Test
    void ticketsOfOthersAreLeftOut() {
        transactions.tell(row(101, "Correspond", "9", "mfuentes", "13:59:00"));
        tracker.finds(json("9", "open", ""));

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.tickets()).isEmpty();
        assertThat(tracker.asked("POST", ROOT + "/attachments")).isEmpty();
    }

    /** One case that was linked to what was connected before. */
    @Test
    void aSurveyPassesOverTheKeysOfAnotherSystem() {
        transactions.said(101, 101);

        Changes all = tracker.system.survey(List.of(new TicketId("6816f79cc0a8016401c5a33be04be441"), TICKET));

        assertThat(all.tickets()).extracting(Ticket::id).containsExactly(TICKET);
    }

    @Test
    void whatIsToldSaysWhoseNumberItCarries() {
        transactions.said(101, 101);
        parts.tell(List.of(part(14, "text/plain"), file(15, "a.txt", "text/plain")), List.of(words(14, "Hola")));

        Changes changes = tracker.system.changes(AT);

        assertThat(Stream.of(
                        changes.tickets().get(0).id(),
                        changes.messages().get(0).ticket(),
                        changes.files().get(0).ticket()))
                .extracting(TicketId::number)
                .containsOnly("CS0001001");
    }

    @Test
    void whatIsWrittenByWhoeverDoesNotWorkThereIsNotPassedOn() {
        transactions.tell(row(101, "Correspond", "7", "cliente@x.example", "13:59:00"));
        tracker.on(
                "GET",
                ROOT + "/user/cliente@x.example",
                Reply.json(200, "{\"id\":56,\"Name\":\"cliente@x.example\",\"Privileged\":0}"));
        tracker.finds(json("7", "open", "CS0001001"));
        parts.tell(
                List.of(part(14, "text/plain"), file(15, "a.txt", "text/plain")), List.of(words(14, "Soy el cliente")));

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.tickets()).hasSize(1);
        assertThat(changes.messages()).isEmpty();
        assertThat(changes.files()).isEmpty();
    }

    /** RT names its users by their logins, and takes a name of digits for a number. */
    @Test
    void anExecutiveWhoseLoginIsAllDigitsIsHeard() {
        transactions.tell(row(101, "Correspond", "7", "12345678", "13:59:00"));
        tracker.finds(json("7", "open", "CS0001001"));
        parts.tell(List.of(part(14, "text/plain")), List.of(words(14, "Hola")));
        tracker.on(
                "POST",
                ROOT + "/users",
                asked -> Reply.json(
                        200,
                        asked.body().contains("\"value\":\"12345678\"")
                                ? "{\"items\":[{\"type\":\"user\",\"id\":45,\"Name\":\"12345678\"}]}"
                                : "{\"items\":[]}"));
        tracker.on("GET", ROOT + "/user/45", Reply.json(200, "{\"id\":45,\"Name\":\"12345678\",\"Privileged\":1}"));

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.messages()).extracting(RemoteMessage::text).containsExactly("Hola");
        assertThat(tracker.asked("GET", ROOT + "/user/12345678")).isEmpty();
    }

    @Test
    void commentsAreNotEvenAskedForNorTaken() {
        transactions.tell(row(101, "Comment", "7", "mfuentes", "13:59:00"));
        tracker.finds(json("7", "open", "CS0001001"));
        parts.tell(List.of(part(14, "text/plain")), List.of(words(14, "x")));

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.messages()).isEmpty();
        assertThat(tracker.asked("GET", ScriptedTransactions.PATH))
                .allMatch(one ->
                        !Objects.requireNonNull(one.parameters().get("query")).contains("Comment"));
        assertThat(tracker.asked("POST", ROOT + "/attachments")).isEmpty();
    }

    @Test
    void aPartThatDoesNotComeIsLookedForByItsCase() {
        transactions.said(101, 101);
        parts.tell(List.of(part(14, "text/plain")), List.of());

        Changes changes = tracker.system.changes(AT);

        assertThat(changes.missed()).containsExactly(TICKET);
        assertThat(changes.messages()).isEmpty();
        assertThat(changes.next().value()).as("the others need not wait for it").isEqualTo("rt1|100|101|0|101-101");
        assertThatThrownBy(() -> tracker.system.messages(TICKET)).isInstanceOf(RemoteFailure.Unreachable.class);
    }

    @Test
    void anAnswerThatCannotBeReadEndsNeitherThePollNorTheComparison() {
        transactions.said(101, 101);
        tracker.on("POST", ROOT + "/attachments", Reply.json(200, "{\"items\":[{\"id\":"));

        assertThat(tracker.system.changes(AT).missed()).containsExactly(TICKET);
        Changes all = tracker.system.survey(List.of(TICKET));
        assertThat(all.tickets()).extracting(Ticket::id).containsExactly(TICKET);
        assertThat(all.missed()).containsExactly(TICKET);
    }

    @Test
    void whereNobodyAnswersAnyMoreNothingIsPassedOver() {
        transactions.tell(row(101, "Correspond", "7", "mfuentes", "13:59:00"));
        tracker.on(
                "GET",
                ROOT + "/tickets",
                Reply.json(200, "{\"items\":[" + json("7", "open", "CS0001001") + "]}"),
                Reply.page(503, "<html>Maintenance"));
        tracker.on("POST", ROOT + "/attachments", Reply.page(503, "<html>Maintenance"));

        assertThatThrownBy(() -> tracker.system.changes(AT)).isInstanceOf(RemoteFailure.Unreachable.class);
    }
}
