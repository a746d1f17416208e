package cl.buzon.web.portal;

import cl.buzon.desk.MailDesk;
import cl.buzon.desk.MailView;
import cl.buzon.shared.Refusal;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One mail for the operator: what became of it, its text, and how it looks. */
@Named
@RequestScoped
public class MailPage {

    @Inject
    MailDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private @Nullable MailView mail;

    public void open() {
        getMail();
    }

    public MailView getMail() {
        if (mail == null) {
            mail = desk.mail(current.actor(), id());
        }
        return mail;
    }

    public void sendAgain() {
        desk.sendAgain(current.actor(), id());
        request.tell("mails.again.done");
        request.goTo(request.address("/operador/correo").with("id", id().toString()));
    }

    /** Where it is shown as it looks, outside of every page's own style. */
    public String getLook() {
        return request.address("/live/mails/" + id()).toString();
    }

    private UUID id() {
        try {
            return UUID.fromString(request.parameter("id"));
        } catch (IllegalArgumentException e) {
            throw new Refusal.NotFound();
        }
    }
}
