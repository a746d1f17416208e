package cl.buzon.testing;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.UserId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows that other rows need to refer to, written past the entities, so that the test of one package leans on no other.
 */
public final class TestRows {

    private final EntityManager entities;

    public TestRows(EntityManager entities) {
        this.entities = entities;
    }

    public AccountId account() {
        UUID id = UUID.randomUUID();
        insert(
                "insert into account (id, name, rut, created_at) values (?1, 'Comercial Austral', ?2, now())",
                id,
                "" + id);
        return new AccountId(id);
    }

    public UserId user(AccountId account) {
        UUID id = UUID.randomUUID();
        insert(
                "insert into portal_user (id, account_id, email, name, role, password_hash, must_change_password,"
                        + " created_at) values (?1, ?2, ?3, 'Rosa Soto', 'CUSTOMER', '-', false, now())",
                id,
                account.value(),
                id + "@austral.example");
        return new UserId(id);
    }

    public CaseId openCase(UserId reporter, @Nullable ExecutiveId executive, CaseState state, Instant at) {
        UUID id = UUID.randomUUID();
        insert(
                "insert into claim_case (id, number, account_id, reporter_id, category_code, subject, description, state,"
                        + " state_since, executive_id, compensation_state, origin, created_at, updated_at, version)"
                        + " select ?1, ?2, account_id, id, 'LOSS', 'No llega', 'No llega', ?3, ?4, cast(?5 as uuid),"
                        + " 'NOT_REQUESTED', 'PORTAL', ?4, ?4, 0 from portal_user where id = ?6",
                id,
                "" + id,
                state.name(),
                at,
                executive == null ? null : executive.toString(),
                reporter.value());
        return new CaseId(id);
    }

    private void insert(String sql, @Nullable Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
