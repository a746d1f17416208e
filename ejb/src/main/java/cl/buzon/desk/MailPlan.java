package cl.buzon.desk;

import cl.buzon.accounts.Account;
import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.cases.Activity;
import cl.buzon.cases.Case;
import cl.buzon.cases.Cases;
import cl.buzon.notifications.Author;
import cl.buzon.notifications.CaseLetters;
import cl.buzon.notifications.CaseStory;
import cl.buzon.notifications.Mail;
import cl.buzon.notifications.MailPreferences;
import cl.buzon.notifications.Mails;
import cl.buzon.notifications.News;
import cl.buzon.notifications.UntoldCases;
import cl.buzon.notifications.Wishes;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns what is new about a case into letters to its people. Each letter is made of what its reader would see on the page
 * of the case, and of nothing else.
 */
@ApplicationScoped
class MailPlan {

    /** Entries of a history in one step. */
    private static final int STEP = 200;

    /** The case with which a step could not be made. */
    static final class Unwritable extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient CaseId caseId;

        Unwritable(CaseId caseId, RuntimeException cause) {
            super(cause);
            this.caseId = caseId;
        }

        CaseId caseId() {
            return caseId;
        }
    }

    @Inject
    private UntoldCases untold;

    @Inject
    private Cases cases;

    @Inject
    private Accounts accounts;

    @Inject
    private PortalUsers users;

    @Inject
    private MailPreferences preferences;

    @Inject
    private CaseViews views;

    @Inject
    private CaseLetters letters;

    @Inject
    private Mails mails;

    @Inject
    private Clock clock;

    /**
     * Writes the letters of the case that has waited longest, and keeps that they are written, in one transaction.
     *
     * @return whether there was one, and so may be more
     */
    @Transactional
    public boolean step() {
        Optional<UntoldCases.Due> due = untold.take(clock.instant());
        due.ifPresent(one -> {
            try {
                tell(one);
            } catch (RuntimeException e) {
                throw new Unwritable(one.caseId(), e);
            }
        });
        return due.isPresent();
    }

    private void tell(UntoldCases.Due due) {
        Case of = cases.find(due.caseId()).orElseThrow();
        List<Activity> entries = cases.activities(of.id(), due.told(), STEP);
        for (PortalUser reader : readers(of)) {
            List<News> told = views.views(of, lived(entries), actor(reader)).stream()
                    .flatMap(entry -> NewsOfEntries.of(entry, of, reader).stream())
                    .toList();
            write(Mail.Kind.CASE, of, reader, told);
        }
        int told =
                entries.isEmpty() ? due.told() : entries.get(entries.size() - 1).position();
        untold.told(of.id(), told, told < of.activityCount());
    }

    /** What the demo data brings was told long ago, if ever. */
    private static List<Activity> lived(List<Activity> entries) {
        return entries.stream().filter(entry -> entry.origin() != Origin.DEMO).toList();
    }

    /** Reminds of a solution that soon counts as accepted, unless that has been done. */
    void remind(Case of, LocalDate closes) {
        if (untold.remind(of.id(), of.activityCount(), of.stateSince())) {
            for (PortalUser reader : readers(of)) {
                PersonView person = views.view(of, List.of()).executive();
                Author executive = person == null ? null : new Author(person.name(), true);
                write(Mail.Kind.REMINDER, of, reader, List.of(new News.Closing(executive, closes)));
            }
        }
    }

    /** The reporter, and the administrators who wish to know of everybody's cases. */
    private List<PortalUser> readers(Case of) {
        Stream<PortalUser> reporter = users.find(of.reporter()).stream().filter(user -> !user.isDisabled());
        Stream<PortalUser> overseers = preferences.overseers(of.account()).stream()
                .filter(user -> !user.id().equals(of.reporter()));
        return Stream.concat(reporter, overseers)
                .filter(user -> preferences.refusedSince(user.id()).isEmpty())
                .toList();
    }

    private void write(Mail.Kind kind, Case of, PortalUser reader, List<News> all) {
        Wishes wishes = preferences.of(reader.id());
        List<News> wished = all.stream().filter(wishes::include).toList();
        if (wished.stream().anyMatch(one -> isTrueNow(one, of))) {
            CaseStory story = story(of, wished);
            mails.add(new Mail(kind, reader, letters.write(reader.name(), story, wishes.language()), clock.instant())
                    .about(of.id()));
        }
    }

    /** A state that the case has left again meanwhile is worth no letter of its own. */
    private static boolean isTrueNow(News one, Case of) {
        return !(one instanceof News.Moved moved) || moved.to() == of.state();
    }

    private CaseStory story(Case of, List<News> wished) {
        CaseView view = views.view(of, List.of());
        PersonView executive = view.executive();
        return new CaseStory(
                of.number(),
                of.subject(),
                of.state(),
                view.trackingNumber(),
                view.compensation().state(),
                executive == null ? null : executive.name(),
                of.state() == CaseState.AWAITING_INFO
                        ? view.missingEvidence().stream()
                                .map(CategoryView.Evidence::name)
                                .toList()
                        : List.of(),
                wished.stream().filter(one -> isTrueNow(one, of)).toList(),
                accounts.find(of.account()).map(Account::quotesInMail).orElse(false));
    }

    private static Actor actor(PortalUser reader) {
        return SignInDesk.actor(reader, Origin.CLOCK);
    }
}
