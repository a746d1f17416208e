package cl.buzon.web.api;

import cl.buzon.web.rest.KnownParameters;
import cl.buzon.web.rest.RestParts;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The API, version 1. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {

    private static final Set<Class<?>> OWN = Set.of(
            CategoriesResource.class,
            CasesResource.class,
            BatchResource.class,
            ActivitiesResource.class,
            MessagesResource.class,
            AttachmentsResource.class,
            ActionsResource.class,
            EventsResource.class,
            WebhooksResource.class,
            DeliveriesResource.class,
            StaffCaseResource.class,
            AcceptLanguage.class,
            TokenScopes.class,
            KnownParameters.class);

    @Override
    public Set<Class<?>> getClasses() {
        return Stream.concat(RestParts.ALL.stream(), OWN.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
