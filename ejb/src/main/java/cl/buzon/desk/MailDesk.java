package cl.buzon.desk;

import cl.buzon.notifications.Dispatch;
import cl.buzon.notifications.Letter;
import cl.buzon.notifications.Mail;
import cl.buzon.notifications.MailQueue;
import cl.buzon.notifications.MailSender;
import cl.buzon.notifications.MailSettings;
import cl.buzon.notifications.Mails;
import cl.buzon.notifications.Trouble;
import cl.buzon.notifications.UntoldCases;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mail that leaves the house: the clock has it written and sent, the operator looks after it. */
@Stateless
public class MailDesk {

    /** How long what has ended is kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = System.getLogger(MailDesk.class.getName());
    private static final int ROUND = 5_000;

    /** How long a case is left alone of which nothing could be written. */
    private static final Duration LATER = Duration.ofMinutes(5);

    private static final NumberCursor PLACES = new NumberCursor("mails1");

    @Inject
    private MailPlan plan;

    @Inject
    private UntoldCases untold;

    @Inject
    private Mails mails;

    @Inject
    private MailQueue queue;

    @Inject
    private MailSender sender;

    @Inject
    private MailSettings settings;

    @Inject
    private Clock clock;

    /** Something to send, in the hands of whoever claimed it; they send it before long, or somebody else will. */
    public static final class Claimed {

        private final Dispatch dispatch;

        Claimed(Dispatch dispatch) {
            this.dispatch = dispatch;
        }

        @Override
        public String toString() {
            return dispatch.toString();
        }
    }

    /**
     * Writes the letters about one case of which there is something to tell.
     *
     * @return whether there may be more to write
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean write(Actor actor) {
        Judged.machine(actor);
        try {
            return plan.step();
        } catch (MailPlan.Unwritable e) {
            LOG.log(Level.ERROR, "no mail could be written about case " + e.caseId(), e);
            untold.postpone(e.caseId(), clock.instant().plus(LATER));
            return true;
        }
    }

    /** Takes mails in hand that are due, at most so many. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Claimed> claim(Actor actor, int most) {
        Judged.machine(actor);
        return queue.claim(most).stream().map(Claimed::new).toList();
    }

    /** Sends one, outside of any transaction, and writes down what came of it. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void send(Actor actor, Claimed claimed) {
        Judged.machine(actor);
        queue.settle(claimed.dispatch, sender.send(claimed.dispatch));
    }

    /**
     * Drops what ended more than {@link #KEPT} ago.
     *
     * @return whether there may be more to drop
     */
    public boolean forgetOld(Actor actor) {
        Judged.machine(actor);
        return mails.dropOld(clock.instant().minus(KEPT), ROUND) == ROUND;
    }

    /** Whether there is a mail server; without one mails are kept. */
    public boolean hasServer(Actor actor) {
        Judged.operator(actor);
        return settings.hasServer();
    }

    /** How many wait to be sent. */
    public long waiting(Actor actor) {
        Judged.operator(actor);
        return mails.waiting();
    }

    /**
     * All mails, the youngest first.
     *
     * @param state absent for all
     * @param cursor {@link Page#next} of the page before, absent for the beginning
     */
    public Page<MailView> mails(Actor actor, MailView.@Nullable State state, @Nullable String cursor, int limit) {
        Judged.operator(actor);
        List<Mail> found = mails.list(
                state == null ? null : Mail.State.valueOf(state.name()),
                cursor == null ? null : PLACES.decode(cursor),
                limit + 1);
        List<Mail> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? PLACES.encode(shown.get(limit - 1).number()) : null;
        return new Page<>(shown.stream().map(MailDesk::view).toList(), next, null);
    }

    /** @throws Refusal.NotFound when there is none, or none any more */
    public MailView mail(Actor actor, UUID id) {
        Judged.operator(actor);
        return view(mails.find(id).orElseThrow(Refusal.NotFound::new));
    }

    /**
     * Sends one that was kept or refused.
     *
     * @throws Refusal.NotFound when there is none that can be sent again
     */
    public void sendAgain(Actor actor, UUID id) {
        Judged.operator(actor);
        mails.held(id)
                .filter(Mail::isRepeatable)
                .orElseThrow(Refusal.NotFound::new)
                .queueAgain(clock.instant());
    }

    private static MailView view(Mail mail) {
        Letter letter = mail.letter().withoutLink();
        return new MailView(
                mail.id(),
                mail.kind().name(),
                MailView.State.valueOf(mail.state().name()),
                mail.address(),
                letter.subject(),
                letter.text(),
                letter.html(),
                mail.attempts(),
                mail.createdAt(),
                mail.lastAttemptAt().orElse(null),
                mail.nextAttemptAt().orElse(null),
                mail.finishedAt().orElse(null),
                mail.lastError().map(Trouble::name).orElse(null),
                mail.lastAnswer().orElse(null),
                mail.isRepeatable());
    }
}
