package cl.buzon.demo;

import cl.buzon.desk.CaseView;
import cl.buzon.desk.ClockDesk;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.desk.DraftDesk;
import cl.buzon.desk.DraftText;
import cl.buzon.desk.DraftView;
import cl.buzon.desk.ExecutiveDesk;
import cl.buzon.desk.NewCompensation;
import cl.buzon.desk.NewFile;
import cl.buzon.desk.NewMessage;
import cl.buzon.desk.PersonView;
import cl.buzon.desk.Resolution;
import cl.buzon.desk.UnsentDesk;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the script is played: each step is a wish at the desk of whoever makes it. */
@ApplicationScoped
class Stage {

    private static final Actor CLOCK = new Actor.Machine("Buzón", Origin.DEMO);
    private static final Resolution NONE = new Resolution(null, null);

    @Inject
    private UnsentDesk unsent;

    @Inject
    private DraftDesk drafts;

    @Inject
    private CustomerDesk customers;

    @Inject
    private ExecutiveDesk executives;

    @Inject
    private ClockDesk timers;

    /** @param follows the case that this one follows up */
    StagedCase open(DemoCase one, DemoWords words, Cast cast, @Nullable CaseNumber follows) {
        Actor.Customer customer = cast.customer(one.reporter());
        DemoStep opening = one.steps().get(0);
        DraftView draft = follows == null ? unsent.start(customer) : unsent.startRelated(customer, follows);
        drafts.choose(customer, draft.id(), one.category());
        drafts.write(customer, draft.id(), typed(one, opening, words), draft.opened());
        opening.files().forEach(file -> drafts.add(customer, draft.id(), file.toNewFile()));
        CaseNumber number = drafts.submit(customer, draft.id());
        CaseView opened = customers.view(customer, number);
        PersonView executive = Objects.requireNonNull(opened.executive(), "nobody takes the cases of the demo");
        return new StagedCase(opened.id(), number, customer, cast.executive(executive.email()));
    }

    void perform(DemoStep step, StagedCase on, DemoWords words) {
        String said = words.at(step.at(), step.words(), on.executive().name());
        switch (step.deed()) {
            case OPEN -> throw new IllegalArgumentException(on.number() + " is open");
            case SAY -> customers.post(on.customer(), on.number(), new NewMessage(said, files(step)));
            case SHOW -> customers.attach(on.customer(), on.number(), files(step));
            case ANSWER -> executives.post(on.executive(), on.number(), new NewMessage(said, files(step)));
            case NOTE -> executives.note(on.executive(), on.number(), said);
            case COMPENSATE ->
                executives.compensate(
                        on.executive(), on.number(), new NewCompensation(said, step.approved(), step.paid()));
            case RESOLVE ->
                executives.act(
                        on.executive(), on.number(), step.deed().action(), null, new Resolution(step.code(), said));
            case ACCEPT_WORK, REQUEST_INFO, CANCEL ->
                executives.act(on.executive(), on.number(), step.deed().action(), said, NONE);
            case ACCEPT, REJECT, CLOSE, WITHDRAW ->
                customers.act(on.customer(), on.number(), step.deed().action(), said);
            case EXPIRE -> timers.expire(CLOCK, on.id());
        }
    }

    private static DraftText typed(DemoCase one, DemoStep opening, DemoWords words) {
        return new DraftText(
                one.trackingNumber(),
                words.at(opening.at(), one.subject()),
                words.at(opening.at(), one.description()),
                one.claimed() == null ? "" : one.claimed().toString());
    }

    private static List<NewFile> files(DemoStep step) {
        return step.files().stream().map(DemoFile::toNewFile).toList();
    }
}
