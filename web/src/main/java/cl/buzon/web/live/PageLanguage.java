package cl.buzon.web.live;

import cl.buzon.web.rest.CallerLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;

/** The page that asks has a language, which a cookie remembers; what the browser prefers does not count. */
@Provider
@PreMatching
@ApplicationScoped
public class PageLanguage implements ContainerRequestFilter {

    private static final String COOKIE = "idioma";

    @Inject
    private CallerLanguage language;

    @Override
    public void filter(ContainerRequestContext request) {
        Cookie remembered = request.getCookies().get(COOKIE);
        language.prefer(remembered == null ? List.of() : List.of(Locale.forLanguageTag(remembered.getValue())));
    }
}
