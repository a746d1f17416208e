package cl.buzon.web.api;

import cl.buzon.desk.CustomerDesk;
import cl.buzon.web.rest.CallerLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a claim can be about. */
@Path("categories")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CategoriesResource {

    @Inject
    private CustomerDesk desk;

    @Inject
    private CallerLanguage language;

    @GET
    public Object list() {
        return new ItemsJson<>(desk.categories().stream()
                .map(category -> CategoryJson.of(category, language.locale()))
                .toList());
    }
}
