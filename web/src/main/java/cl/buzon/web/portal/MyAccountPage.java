package cl.buzon.web.portal;

import cl.buzon.desk.MailChoice;
import cl.buzon.desk.PreferenceDesk;
import cl.buzon.web.i18n.Languages;
import cl.buzon.web.security.CurrentActor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One's own account: what to be told by mail, and in which language. */
@Named
@RequestScoped
public class MyAccountPage {

    @Inject
    PreferenceDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private String language = "";
    private boolean answers;
    private boolean states;
    private boolean compensation;
    private boolean reminders;
    private boolean companyCases;
    private boolean quotes;
    private @Nullable Instant refusedSince;

    /** Before what was typed comes in, so that a box left empty is one left empty. */
    @PostConstruct
    void read() {
        MailChoice choice = desk.choice(current.actor());
        language = choice.language();
        answers = choice.answers();
        states = choice.states();
        compensation = choice.compensation();
        reminders = choice.reminders();
        companyCases = choice.companyCases();
        quotes = choice.quotes();
        refusedSince = choice.refusedSince();
    }

    /** The pages speak the chosen language from now on as well. */
    public void save() {
        desk.choose(
                current.actor(),
                new MailChoice(language, answers, states, compensation, reminders, companyCases, quotes, null));
        request.tell("me.saved");
        request.goTo(request.address("/cuenta").with(Languages.NAME, language));
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String chosen) {
        language = chosen;
    }

    public boolean isAnswers() {
        return answers;
    }

    public void setAnswers(boolean wanted) {
        answers = wanted;
    }

    public boolean isStates() {
        return states;
    }

    public void setStates(boolean wanted) {
        states = wanted;
    }

    public boolean isCompensation() {
        return compensation;
    }

    public void setCompensation(boolean wanted) {
        compensation = wanted;
    }

    public boolean isReminders() {
        return reminders;
    }

    public void setReminders(boolean wanted) {
        reminders = wanted;
    }

    public boolean isCompanyCases() {
        return companyCases;
    }

    public void setCompanyCases(boolean wanted) {
        companyCases = wanted;
    }

    public boolean isQuotes() {
        return quotes;
    }

    public void setQuotes(boolean wanted) {
        quotes = wanted;
    }

    /** Absent while mail arrives. */
    public @Nullable Instant getRefusedSince() {
        return refusedSince;
    }
}
