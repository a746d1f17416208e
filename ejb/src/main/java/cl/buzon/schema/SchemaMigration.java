package cl.buzon.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/** Migrates the schema forward, before anything else touches the database; a failure stops the deployment. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    private static final Logger LOG = System.getLogger(SchemaMigration.class.getName());

    @Resource(lookup = "java:jboss/datasources/BuzonDS")
    DataSource database;

    @SuppressWarnings("NullAway.Init")
    public SchemaMigration() {}

    @PostConstruct
    void migrate() {
        try {
            MigrateResult result = Flyway.configure(getClass().getClassLoader())
                    .dataSource(database)
                    .table("schema_history")
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            LOG.log(
                    Level.INFO,
                    "The schema stands at version {0}, {1} migrations were new",
                    result.targetSchemaVersion,
                    result.migrationsExecuted);
        } catch (FlywayException e) {
            throw new IllegalStateException(
                    "The database schema could not be brought up to date. Nothing runs until it is: " + e.getMessage(),
                    e);
        }
    }
}
