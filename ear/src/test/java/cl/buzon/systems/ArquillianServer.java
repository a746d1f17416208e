package cl.buzon.systems;

import cl.buzon.run.EmbeddedDatabase;
import cl.buzon.run.Ports;
import cl.buzon.run.ServerHome;
import java.nio.file.Path;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.api.event.ManagerStopping;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jspecify.annotations.Nullable;

/**
 * Gives the server that Arquillian starts a database, a base folder and ports of its own: {@code arquillian.xml} takes
 * them up from system properties. Happens with the first test that runs inside the server, and only then.
 */
public final class ArquillianServer implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Surroundings.class);
    }

    /** Arquillian makes one of these, and tells it of its own beginning and end. */
    static final class Surroundings {

        private @Nullable EmbeddedDatabase database;

        /** Before everybody else hears of it, {@code arquillian.xml} being read then. */
        void prepare(@Observes(precedence = 100) ManagerStarted event) {
            Path folder = TestBuild.emptyFolder("arquillian");
            EmbeddedDatabase started = EmbeddedDatabase.emptyIn(TestBuild.emptyFolder("arquillian-database"));
            database = started;
            ServerHome home = ServerHome.provisioned();
            Ports ports = Ports.free();

            home.lay(folder.resolve("server"));
            System.setProperty("arquillian.server.home", home.folder().toString());
            System.setProperty(
                    "arquillian.server.base", folder.resolve("server").toString());
            System.setProperty("arquillian.server.offset", Integer.toString(ports.offset()));
            System.setProperty("arquillian.server.management", Integer.toString(ports.management()));
            System.setProperty("arquillian.database.url", started.jdbcUrl("buzon"));
            System.setProperty("arquillian.database.user", started.user());
            System.setProperty("arquillian.files", folder.resolve("files").toString());
        }

        void endTheDatabase(@Observes(precedence = -100) ManagerStopping event) {
            if (database != null) {
                database.close();
            }
        }
    }
}
