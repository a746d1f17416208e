package cl.buzon.whole;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.RealEar;
import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class InsideTheServerIT {

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    @Deployment
    static EnterpriseArchive portal() {
        return RealEar.with(InsideTheServerIT.class);
    }

    @Test
    void theDefaultDatabaseIsThePortalsAndMigrated() throws SQLException {
        try (Connection connection = database.getConnection()) {
            ResultSet migrations =
                    connection.createStatement().executeQuery("select count(*) from schema_history where success");

            migrations.next();
            assertThat(migrations.getInt(1)).isPositive();
        }
    }
}
