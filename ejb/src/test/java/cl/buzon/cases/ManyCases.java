package cl.buzon.cases;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.UserId;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Very many cases of a few companies, made by the database itself. */
final class ManyCases {

    /** The large company and its user who opened most of its cases. */
    static final AccountId ANDES = new AccountId(new UUID(1, 1));

    static final UserId CAMILA = new UserId(new UUID(2, 1));
    static final UserId DIEGO = new UserId(new UUID(2, 2));

    /** Another company. */
    static final AccountId PACIFICO = new AccountId(new UUID(1, 2));

    static final UserId PAULA = new UserId(new UUID(2, 3));

    private ManyCases() {}

    static void people(EntityManager em) {
        sql(
                em,
                "insert into account (id, name, rut, created_at) values (?1, 'Andes Sur SpA', '760000000', now())",
                ANDES.value());
        sql(
                em,
                "insert into account (id, name, rut, created_at) values (?1, 'Pacífico Ltda', '76000006K', now())",
                PACIFICO.value());
        user(em, CAMILA, ANDES, "camila");
        user(em, DIEGO, ANDES, "diego");
        user(em, PAULA, PACIFICO, "paula");
    }

    /**
     * Cases one minute apart; every fourth is Diego's, every tenth another company's, and every seventh has an amount.
     */
    static void open(EntityManager em, int count) {
        em.createNativeQuery("""
                        insert into claim_case (id, number, account_id, reporter_id, category_code, tracking_number, subject,
                            description, state, state_since, compensation_state, approved_amount, shown_amount, origin,
                            created_at, updated_at, version)
                        select gen_random_uuid(), 'CS' || lpad(n::text, 7, '0'),
                            case when n % 10 = 0 then cast(?1 as uuid) else cast(?2 as uuid) end,
                            case when n % 10 = 0 then cast(?3 as uuid) when n % 4 = 0 then cast(?4 as uuid)
                                else cast(?5 as uuid) end,
                            case when n % 997 = 3 then 'OTHER' else 'DAMAGE' end, 'PQ' || lpad(n::text, 9, '0'), 'Caja ' || n || ' llegó rota',
                            case when n % 1000 = 7 then 'Contenía porcelana' else 'Contenía libros' end,
                            case when n % 50 = 1 then 'AWAITING_INFO' when n % 3 = 0 then 'OPEN' else 'CLOSED' end,
                            now(), case when n % 7 = 0 then 'APPROVED' else 'NOT_REQUESTED' end,
                            case when n % 7 = 0 then n * 10 end, case when n % 7 = 0 then n * 10 end, 'PORTAL',
                            timestamptz '2026-01-01 00:00Z' + n * interval '1 minute',
                            timestamptz '2026-06-01 00:00Z' - n * interval '1 minute', 0
                        from generate_series(1, ?6) n""")
                .setParameter(1, PACIFICO.value())
                .setParameter(2, ANDES.value())
                .setParameter(3, PAULA.value())
                .setParameter(4, DIEGO.value())
                .setParameter(5, CAMILA.value())
                .setParameter(6, count)
                .executeUpdate();
    }

    private static void user(EntityManager em, UserId id, AccountId account, String name) {
        em.createNativeQuery("""
                        insert into portal_user (id, account_id, email, name, role, password_hash, must_change_password, created_at)
                        values (?1, ?2, ?3, ?4, 'CUSTOMER', '-', false, now())""")
                .setParameter(1, id.value())
                .setParameter(2, account.value())
                .setParameter(3, name + "@example")
                .setParameter(4, name)
                .executeUpdate();
    }

    private static void sql(EntityManager em, String sql, Object value) {
        em.createNativeQuery(sql).setParameter(1, value).executeUpdate();
    }
}
