package cl.buzon.connector.schedule;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the connector's own tables up to date before anything is marked; they have a history table of their own. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class ConnectorSchema {

    @Resource(lookup = "java:jboss/datasources/BuzonDS")
    private DataSource database;

    @PostConstruct
    void migrate() {
        Flyway.configure(ConnectorSchema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/connector")
                .table("connector_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
