package cl.buzon.web.portal;

import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Fault;
import cl.buzon.web.i18n.FaultTexts;
import cl.buzon.web.i18n.Languages;
import cl.buzon.web.i18n.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One request of a page: what its address and form say, and what is answered in words or by another address. */
@RequestScoped
class PageRequest {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject
    HttpServletRequest request;

    /** Whether it brings a form of the page, and does not only ask for it. */
    public boolean isForm() {
        return FacesContext.getCurrentInstance().isPostback();
    }

    /** The parameter without white space around it, empty when it was not sent; the database knows no NUL. */
    public String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : tidy(value);
    }

    static String tidy(String sent) {
        return sent.replace("\0", "").strip();
    }

    /** Every value that was sent under the name, such as of marked boxes. */
    public List<String> parameters(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    public boolean sent(String name) {
        return request.getParameter(name) != null;
    }

    public Optional<String> optional(String name) {
        return Optional.of(parameter(name)).filter(value -> !value.isEmpty());
    }

    /** All values of the parameter that are ids; whatever else was sent is none. */
    public List<UUID> ids(String name) {
        String[] values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : Stream.of(values)
                        .filter(ID.asMatchPredicate())
                        .map(UUID::fromString)
                        .toList();
    }

    /**
     * The id that stands beside a button that was pressed in a list. The button tells it, since the list that is read for
     * the answer need not be the one that was seen: rows come and go meanwhile.
     */
    public Optional<UUID> pressed(String button) {
        return ids(button).stream().findFirst();
    }

    /** As {@link #pressed}, in a list of cases. */
    public Optional<CaseNumber> pressedCase(String button) {
        return optional(button).filter(CaseNumber::isCaseNumber).map(CaseNumber::new);
    }

    public Texts texts() {
        return Texts.in(FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    /** The address within the server of a page's path, such as {@code /casos}. */
    public Address address(String path) {
        return Address.of(request.getContextPath() + path);
    }

    /** Redirects; what was said in this request is said on the next page. */
    public void goTo(Address address) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        try {
            faces.getExternalContext().redirect(address.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the next page on, this browser is answered in that language. */
    public void remember(Locale language) {
        HttpServletResponse response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        PageAddresses.remember(Languages.NAME, language.getLanguage(), request, response);
    }

    /** Says what went well. */
    public void tell(String key, Object... values) {
        say(null, FacesMessage.SEVERITY_INFO, texts().format(key, values));
    }

    /** Says what is wrong, at the inputs that carry the names of the faults' fields. */
    public void complain(List<Fault> faults) {
        faults.forEach(this::complain);
    }

    public void complain(Fault fault) {
        complain(fault.field(), fault);
    }

    /** Says it at an input that has another name than the field of the fault. */
    public void complain(String input, Fault fault) {
        complain(input, FaultTexts.of(fault, texts().language()));
    }

    /** @param input id of the input, absent when it is about the whole page */
    public void complain(@Nullable String input, String words) {
        say(input, FacesMessage.SEVERITY_ERROR, words);
    }

    private static void say(@Nullable String input, Severity severity, String words) {
        FacesContext.getCurrentInstance().addMessage(input, new FacesMessage(severity, words, words));
    }
}
