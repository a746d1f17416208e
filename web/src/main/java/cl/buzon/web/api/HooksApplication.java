package cl.buzon.web.api;

import cl.buzon.web.rest.RestParts;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The doorbells: apart from the API, because who rings shows a signature and no token. */
@ApplicationPath("/api/v1/hooks")
public class HooksApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Stream.concat(RestParts.ALL.stream(), Stream.of(HooksResource.class))
                .collect(Collectors.toUnmodifiableSet());
    }
}
