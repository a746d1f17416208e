package cl.buzon.web.live;

import cl.buzon.web.rest.RestParts;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For the portal's own pages: no promise to anybody else, and no token. */
@ApplicationPath("/live")
public class LiveApplication extends Application {

    private static final Set<Class<?>> OWN = Set.of(
            BulkResource.class,
            CaseBellResource.class,
            CaseFilesResource.class,
            CaseArchiveResource.class,
            DraftFilesResource.class,
            DraftResource.class,
            ExportResource.class,
            MailLookResource.class,
            OwnPages.class,
            ReplyFilesResource.class,
            ReplyResource.class,
            SessionResource.class,
            PageLanguage.class);

    @Override
    public Set<Class<?>> getClasses() {
        return Stream.concat(RestParts.ALL.stream(), OWN.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
