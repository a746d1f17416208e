package cl.buzon.connector.operation;

import cl.buzon.connector.link.Sql;
import cl.buzon.connector.reconcile.CaseSide;
import cl.buzon.connector.reconcile.Deed;
import cl.buzon.connector.spi.OutgoingFile;
import cl.buzon.desk.AttachmentView;
import cl.buzon.desk.MirroredCase;
import cl.buzon.desk.MirroredEntry;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.Origin;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Our side of a case as it lies in the database, for whoever looks while no server runs: it tells what {@code MirrorDesk}
 * would tell, and changes nothing.
 */
final class StoredCases implements CaseSide {

    private static final String CASE = """
            select c.*, u.name as reporter, u.email as reporter_email, a.name as company, e.email as executive_email
            from claim_case c join portal_user u on u.id = c.reporter_id join account a on a.id = c.account_id
                left join executive e on e.id = c.executive_id
            where c.id = ?""";

    private static final String ENTRIES = """
            select t.id, t.position, t.actor_name, t.actor_kind, t.origin, t.message_id, t.reason, m.body,
                f.id as file_id, f.name, f.content_type, f.size, f.sha256, f.attached_at
            from activity t left join customer_message m on m.id = t.message_id
                left join attachment f on f.id = t.attachment_id
            where t.case_id = ? and t.position > ? and t.position <= ?
                and (m.id is not null or f.id is not null or (t.reason is not null and t.actor_kind = 'CUSTOMER'))
            order by t.position""";

    private final Sql sql;

    StoredCases(DataSource database) {
        this.sql = new Sql(database);
    }

    Optional<CaseId> find(CaseNumber number) {
        return sql
                .list(
                        "select id from claim_case where number = ?",
                        row -> new CaseId(row.getObject(1, UUID.class)),
                        number.value())
                .stream()
                .findFirst();
    }

    /** Codes of the situations that customers can choose. */
    List<String> categories() {
        return sql.list("select code from category where active order by position", row -> row.getString(1));
    }

    /** E-mail addresses of those who can be given a case. */
    List<String> executives() {
        return sql.list("select lower(email) from executive where active order by 1", row -> row.getString(1));
    }

    @Override
    public Optional<MirroredCase> read(CaseId caseId) {
        return sql.list(CASE, StoredCases::mirrored, caseId.value()).stream().findFirst();
    }

    @Override
    public List<MirroredEntry> entries(CaseId caseId, int after, int limit) {
        return sql.list(ENTRIES, StoredCases::entry, caseId.value(), after, after + limit);
    }

    private static MirroredCase mirrored(ResultSet row) throws SQLException {
        CompensationState compensation = CompensationState.valueOf(row.getString("compensation_state"));
        String amount = compensation == CompensationState.PAID ? "paid_amount" : "approved_amount";
        return new MirroredCase(
                new CaseId(row.getObject("id", UUID.class)),
                new CaseNumber(row.getString("number")),
                row.getLong("version"),
                row.getInt("activity_count"),
                row.getTimestamp("created_at").toInstant(),
                CaseState.valueOf(row.getString("state")),
                row.getString("category_code"),
                row.getString("tracking_number"),
                row.getString("subject"),
                row.getString("description"),
                new MirroredCase.Customer(
                        row.getString("reporter"), row.getString("reporter_email"), row.getString("company")),
                Optional.ofNullable(row.getString("executive_email"))
                        .map(email -> email.toLowerCase(java.util.Locale.ROOT))
                        .orElse(null),
                compensation,
                row.getObject(amount, Long.class),
                row.getString("resolution_code"),
                row.getString("resolution_notes"));
    }

    private static MirroredEntry entry(ResultSet row) throws SQLException {
        UUID file = row.getObject("file_id", UUID.class);
        UUID message = row.getObject("message_id", UUID.class);
        String body = row.getString("body");
        boolean shown = body == null && file != null;
        return new MirroredEntry(
                body != null ? message : shown ? file : row.getObject("id", UUID.class),
                row.getInt("position"),
                row.getString("actor_name"),
                ActorKind.valueOf(row.getString("actor_kind")),
                Origin.valueOf(row.getString("origin")),
                body != null ? body : shown ? null : row.getString("reason"),
                shown ? file(new AttachmentId(file), row) : null);
    }

    private static AttachmentView file(AttachmentId id, ResultSet row) throws SQLException {
        return new AttachmentView(
                id,
                row.getString("name"),
                row.getString("content_type"),
                row.getLong("size"),
                row.getString("sha256"),
                null,
                null,
                row.getTimestamp("attached_at").toInstant());
    }

    @Override
    public OutgoingFile.Source content(CaseId caseId, AttachmentId file) {
        throw new UnsupportedOperationException("only looks");
    }

    @Override
    public Deed.Spooled spool(InputStream content) {
        throw new UnsupportedOperationException("only looks");
    }

    @Override
    public void apply(CaseId caseId, long version, List<Deed> deeds, Consumer<List<@Nullable UUID>> record) {
        throw new UnsupportedOperationException("only looks");
    }
}
