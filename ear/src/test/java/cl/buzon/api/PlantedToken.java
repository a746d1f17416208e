package cl.buzon.api;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.RunningPortal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Tokens that nobody could make on a page within a test, put into the database as the portal would keep them. */
final class PlantedToken {

    private PlantedToken() {}

    /** Of an administrator of Pacífico, of whom the demo has none. */
    static String ofAdministratorOfPacifico(RunningPortal portal) {
        return plant(portal, """
                with admin as (
                    insert into portal_user (id, account_id, email, name, role, password_hash, must_change_password, created_at)
                    select gen_random_uuid(), id, gen_random_uuid() || '@pacifico.example', 'Otra', 'ACCOUNT_ADMIN', '-', false,
                        now() from account where rut = '779051277' returning id)
                insert into api_token (id, name, hash, user_id, scopes, created_at)
                select gen_random_uuid(), 'Prueba', ?, id, 'cases:read cases:write', now() from admin""");
    }

    /** Of Camila, and past its end. */
    static String expired(RunningPortal portal) {
        return plant(portal, """
                insert into api_token (id, name, hash, user_id, scopes, created_at, expires_at)
                select gen_random_uuid(), 'Vencido', ?, id, 'cases:read cases:write', now() - interval '2 days',
                    now() - interval '1 second' from portal_user where email = 'camila@andessur.example'""");
    }

    private static String plant(RunningPortal portal, String statement) {
        String token = "buzon-test-" + UUID.randomUUID();
        try (Connection connection = portal.database().getConnection();
                PreparedStatement insert = connection.prepareStatement(statement)) {
            insert.setBytes(1, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
            assertThat(insert.executeUpdate()).isEqualTo(1);
            return token;
        } catch (SQLException | GeneralSecurityException e) {
            throw new IllegalStateException("the token could not be planted", e);
        }
    }
}
