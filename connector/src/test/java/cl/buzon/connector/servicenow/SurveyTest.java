package cl.buzon.connector.servicenow;

import static cl.buzon.connector.servicenow.PolledInstance.activity;
import static cl.buzon.connector.servicenow.PolledInstance.entry;
import static cl.buzon.connector.servicenow.PolledInstance.file;
import static cl.buzon.connector.servicenow.PolledInstance.tickets;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.TicketId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** All that some cases hold, whenever it came. */
class SurveyTest {

    @AutoClose
    private final PolledInstance instance = new PolledInstance();

    @Test
    void whoComparesEverythingAsksForOursAloneAndOfAnyTime() {
        instance.addCases(1, 150, "2019-01-01 00:00:00");
        instance.journal.rows.add(entry(1, "comments", "marcela", "2019-01-01 00:00:00", "hola"));
        instance.journal.rows.get(0).put("element_id", FakeTable.key(3));
        instance.files.rows.add(file(1, "task", "a.pdf", "", "2019-01-01 00:00:00"));
        instance.files.rows.get(0).put("table_sys_id", FakeTable.key(60));
        List<TicketId> known = IntStream.range(1, 61)
                .filter(one -> one != 7)
                .mapToObj(FakeTable::key)
                .map(TicketId::new)
                .toList();
        instance.cases.rows.remove(5);

        Changes all = instance.serviceNow.survey(known);

        assertThat(tickets(List.of(all))).hasSize(58).doesNotContain(FakeTable.key(6), FakeTable.key(7));
        assertThat(all.messages()).extracting(RemoteMessage::text).containsExactly("hola");
        assertThat(all.files()).extracting(RemoteFile::name).containsExactly("a.pdf");
        assertThat(instance.asked).hasSize(6 + 1).allMatch(asked -> asked.query()
                .matches("(?s).*IN.*"));
    }

    @Test
    void whoComparesEverythingFindsOutThatTheJournalIsHidden() {
        instance.addCases(7, 9, "2026-02-03 13:59:30");
        instance.tellsActivities(7, activity(1, 71, "hola"));
        instance.tellsActivities(8, activity(2, 71, "buenas"));

        Changes all =
                instance.serviceNow.survey(List.of(new TicketId(FakeTable.key(7)), new TicketId(FakeTable.key(8))));

        assertThat(all.messages()).extracting(RemoteMessage::text).containsExactly("hola", "buenas");
    }
}
