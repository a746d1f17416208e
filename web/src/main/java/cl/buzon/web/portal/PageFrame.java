package cl.buzon.web.portal;

import cl.buzon.web.i18n.Languages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What stands around every page: how it looks, and the links that show the same page in another way. */
@Named("frame")
@RequestScoped
public class PageFrame {

    @Inject
    HttpServletRequest request;

    public Theme getTheme() {
        return Theme.of(request);
    }

    public List<Theme> getThemes() {
        return List.of(Theme.values());
    }

    /** This page in the other theme. */
    public String themed(Theme theme) {
        return same(Theme.NAME, theme.code());
    }

    /** This page in the other language. */
    public String in(String language) {
        return same(Languages.NAME, language);
    }

    /** The page's own path within the portal, with its query, to come back to it. */
    public String getPath() {
        String query = request.getQueryString();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return query == null ? path : path + "?" + query;
    }

    private String same(String parameter, String value) {
        String query = request.getQueryString();
        String others = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(one -> !one.isEmpty() && !one.startsWith(parameter + "="))
                        .map(one -> "&" + one)
                        .collect(Collectors.joining());
        return "?" + parameter + "=" + value + others;
    }
}
