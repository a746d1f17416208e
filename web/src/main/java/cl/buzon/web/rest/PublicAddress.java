package cl.buzon.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the outside finds the portal; what a request says of the host is not believed. */
@ApplicationScoped
public class PublicAddress {

    @Inject
    @ConfigProperty(name = "buzon.public-url", defaultValue = "http://localhost:8080/csm")
    private String base;

    /** @param path within the portal, beginning with a slash */
    public URI of(String path) {
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
