package cl.buzon.web.portal;

import cl.buzon.desk.PreferenceDesk;
import cl.buzon.web.i18n.Languages;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** The language that belongs to a person rather than to the browser: it is theirs on every device, and in their mail. */
@RequestScoped
public class OwnLanguage {

    @Inject
    PreferenceDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    HttpServletRequest request;

    private boolean told;

    /** Whoever is signed in and asks for a language keeps it; a page may hear of the same wish several times. */
    void wish(Locale language) {
        if (!told && current.isSignedIn()) {
            desk.speak(current.actor(), language.getLanguage());
        }
        told = true;
    }

    /** For somebody who has just come in: their own, absent for who has none yet and takes that of the browser. */
    Optional<Locale> settle() {
        Optional<Locale> own = desk.language(current.actor()).map(Languages::of);
        if (own.isEmpty() && Languages.of(request).equals(Languages.ENGLISH)) {
            desk.speak(current.actor(), Languages.ENGLISH.getLanguage());
        }
        return own;
    }
}
