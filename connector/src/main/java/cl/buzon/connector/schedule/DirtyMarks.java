package cl.buzon.connector.schedule;

import cl.buzon.events.CaseEvent;
import cl.buzon.shared.Origin;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import javax.sql.DataSource;

/**
 * Marks a case as changed, in the transaction that changed it: one insert-or-update and nothing else, for its failure
 * rolls the customer back. What the event says is not kept; whoever works on the mark reads the case as it then is.
 */
@ApplicationScoped
class DirtyMarks {

    private static final String MARK = """
            insert into dirty_mark (case_id, marked_since, last_change, due_at) values (?, ?, ?, ?)
            on conflict (case_id) do update set last_change = excluded.last_change, changes = dirty_mark.changes + 1""";

    @Resource(lookup = "java:jboss/datasources/BuzonDS")
    private DataSource database;

    void mark(@Observes CaseEvent event) {
        if (event.origin() == Origin.SYNC) {
            return; // Whoever brought it in goes on with the case in hand
        }
        Timestamp at = Timestamp.from(event.at());
        try (Connection connection = database.getConnection();
                PreparedStatement mark = connection.prepareStatement(MARK)) {
            mark.setObject(1, event.caseId().value());
            mark.setTimestamp(2, at);
            mark.setTimestamp(3, at);
            mark.setTimestamp(4, at);
            mark.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("case " + event.number() + " could not be marked as changed", e);
        }
    }
}
