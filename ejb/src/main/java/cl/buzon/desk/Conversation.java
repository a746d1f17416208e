package cl.buzon.desk;

import cl.buzon.attachments.Attachment;
import cl.buzon.cases.Activity;
import cl.buzon.cases.Case;
import cl.buzon.cases.CaseTransitions;
import cl.buzon.messages.CustomerMessage;
import cl.buzon.messages.Messages;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Fault;
import cl.buzon.shared.MessageId;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What either side says and shows on a case, and what follows from it by itself. */
@ApplicationScoped
class Conversation {

    @Inject
    private Messages messages;

    @Inject
    private CaseFiles files;

    @Inject
    private History history;

    @Inject
    private Clock clock;

    /**
     * Adds words, files or both to a case whose row the caller has locked.
     *
     * @return how many entries the history had before
     */
    int post(Case on, NewMessage said, Actor actor) {
        return post(on, said, List.of(), actor);
    }

    /**
     * As {@link #post(Case, NewMessage, Actor)}.
     *
     * @param waiting files of the message that have gone up before it
     */
    int post(Case on, NewMessage said, List<CaseFiles.Kept> waiting, Actor actor) {
        on.refuseWhenFinal(actor);
        int before = on.activityCount();
        String text = Wording.tidy(said.text());
        fault(text, waiting.isEmpty() && said.files().isEmpty()).ifPresent(fault -> {
            throw new Refusal.InvalidInput(fault);
        });
        List<CaseFiles.Kept> kept = new ArrayList<>(waiting);
        kept.addAll(files.receive(on, said.files()));
        MessageId message = text.isEmpty() ? null : write(on, text, actor);
        files.attach(on, kept, message, actor);
        follow(on, actor, message);
        return before;
    }

    /** Adds files without words. */
    List<Attachment> attach(Case on, List<NewFile> received, Actor actor) {
        on.refuseWhenFinal(actor);
        if (received.isEmpty()) {
            throw new Refusal.InvalidInput(Fault.of("file", "REQUIRED"));
        }
        List<Attachment> attached = files.attach(on, files.receive(on, received), null, actor);
        follow(on, actor, null);
        return attached;
    }

    private MessageId write(Case on, String text, Actor actor) {
        CustomerMessage message = new CustomerMessage(on.id(), text, actor, clock.instant());
        messages.add(message);
        history.record(on, on.said(message.id(), actor, clock.instant()));
        return message.id();
    }

    /** An answer takes the case up again; the executive's first public words take it on. */
    private void follow(Case on, Actor actor, @Nullable MessageId message) {
        if (actor instanceof Actor.Customer && on.state() == CaseState.AWAITING_INFO) {
            move(on, CaseAction.REPLY, CaseTransitions.Party.CONSEQUENCE, actor);
        } else if (ActorKind.of(actor) == ActorKind.EXECUTIVE && on.state() == CaseState.NEW && message != null) {
            move(on, CaseAction.ACCEPT_WORK, CaseTransitions.Party.STAFF, actor);
        }
    }

    private void move(Case on, CaseAction action, CaseTransitions.Party party, Actor actor) {
        Activity moved = on.act(action, party, null, actor, clock.instant());
        history.record(on, moved);
    }

    private static Optional<Fault> fault(String text, boolean alone) {
        return alone
                ? Wording.fault("text", text, CustomerMessage.MAX_LENGTH)
                : Wording.optionalFault("text", text, CustomerMessage.MAX_LENGTH);
    }
}
