package cl.buzon.web.portal;

import cl.buzon.web.i18n.Texts;
import cl.buzon.web.security.KeptForm;
import cl.buzon.web.security.KeptForms;
import jakarta.el.ELException;
import jakarta.el.ValueExpression;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Puts what was typed before the session ended back into its fields, once one has signed in again. Nothing is done with it. */
public class KeptWords implements SystemEventListener {

    @Override
    public boolean isListenerForSource(@Nullable Object source) {
        return source instanceof UIViewRoot;
    }

    @Override
    public void processEvent(SystemEvent event) {
        FacesContext faces = event.getFacesContext();
        ExternalContext server = faces.getExternalContext();
        if (!faces.isPostback() && server.getUserPrincipal() != null) {
            CDI.current()
                    .select(KeptForms.class)
                    .get()
                    .take((HttpServletRequest) server.getRequest(), (HttpServletResponse) server.getResponse())
                    .ifPresent(form -> show(faces, form));
        }
    }

    private static void show(FacesContext faces, KeptForm form) {
        fill(faces, faces.getViewRoot(), form);
        String key = form.withFiles() ? "session.kept.files" : "session.kept";
        String text = Texts.in(faces.getViewRoot().getLocale()).get(key);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, text));
    }

    private static void fill(FacesContext faces, UIComponent in, KeptForm form) {
        for (Iterator<UIComponent> parts = in.getFacetsAndChildren(); parts.hasNext(); ) {
            UIComponent part = parts.next();
            String typed = form.fields().get(part.getClientId(faces));
            if (typed != null && part instanceof EditableValueHolder) {
                fill(faces, part.getValueExpression("value"), typed);
            }
            fill(faces, part, form);
        }
    }

    /** Only words; what is chosen from a list is chosen again. */
    private static void fill(FacesContext faces, @Nullable ValueExpression place, String typed) {
        try {
            if (place != null && place.getType(faces.getELContext()) == String.class) {
                place.setValue(faces.getELContext(), typed);
            }
        } catch (ELException e) {
            // A field that takes no words just now stays empty.
            return;
        }
    }
}
