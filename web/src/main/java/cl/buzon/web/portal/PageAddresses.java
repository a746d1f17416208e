package cl.buzon.web.portal;

import cl.buzon.web.i18n.Languages;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;

/**
 * What a page's address carries. A form goes back to the very address of its page, query included, so that the page
 * knows its case after a refused input, a lost session or a reload; the language and the theme come from the address or the cookie.
 */
public class PageAddresses extends ViewHandlerWrapper {

    private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

    public PageAddresses(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext faces, String viewId) {
        String address = super.getActionURL(faces, viewId);
        String query = request(faces).getQueryString();
        return query != null && isFormOfThisPage(faces, viewId) ? address + "?" + query : address;
    }

    private static boolean isFormOfThisPage(FacesContext faces, String viewId) {
        return faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE
                && faces.getViewRoot() != null
                && viewId.equals(faces.getViewRoot().getViewId());
    }

    @Override
    public Locale calculateLocale(FacesContext faces) {
        HttpServletRequest request = request(faces);
        HttpServletResponse response =
                (HttpServletResponse) faces.getExternalContext().getResponse();
        Languages.wished(request).ifPresent(wish -> {
            remember(Languages.NAME, wish.getLanguage(), request, response);
            CDI.current().select(OwnLanguage.class).get().wish(wish);
        });
        Theme.wished(request).ifPresent(wish -> remember(Theme.NAME, wish.code(), request, response));
        return Languages.of(request);
    }

    static void remember(String name, String wish, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(name, wish);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static HttpServletRequest request(FacesContext faces) {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }
}
