package cl.buzon.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** The database answers, and its schema is complete. Says which, with the version; never an address or a user. */
@Readiness
@ApplicationScoped
class DatabaseReady implements HealthCheck {

    @Resource(lookup = "java:jboss/datasources/BuzonDS")
    DataSource source;

    @Override
    public HealthCheckResponse call() {
        return judge(new Database(source));
    }

    static HealthCheckResponse judge(Database database) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("database");
        try {
            return database.schemaVersion()
                    .map(version -> response.up().withData("schema", version))
                    .orElseGet(() -> response.down().withData("reason", "the schema is not complete"))
                    .build();
        } catch (SQLException e) {
            return response.down()
                    .withData("reason", "the database does not answer")
                    .build();
        } catch (TimeoutException e) {
            return response.down()
                    .withData("reason", "no answer within " + Database.PATIENCE.toSeconds() + " s")
                    .build();
        }
    }
}
