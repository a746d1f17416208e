package cl.buzon.desk;

import cl.buzon.attachments.ReceivedFile;
import cl.buzon.cases.Case;
import cl.buzon.cases.Cases;
import cl.buzon.drafts.Draft;
import cl.buzon.drafts.DraftFile;
import cl.buzon.drafts.Drafts;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message being written to the executive. Its files go up one by one while the words are still typed, and wait for
 * seven days; sent, they belong to the message.
 */
@Stateless
public class ReplyDesk {

    @Inject
    private Drafts drafts;

    @Inject
    private Cases cases;

    @Inject
    private CaseFiles files;

    @Inject
    private Conversation conversation;

    @Inject
    private Clock clock;

    /** The files that wait for this customer's next message, in the order they came. */
    public List<DraftView.File> files(Actor actor, CaseNumber number) {
        return waiting(actor, number).stream().map(DraftViews::of).toList();
    }

    /**
     * Keeps a file for the next message.
     *
     * @throws Refusal.InvalidInput FILE_TYPE, FILE_SIZE, FILE_EMPTY or FILE_COUNT
     * @throws Refusal.IllegalAction CASE_CLOSED
     */
    public DraftView.File add(Actor actor, CaseNumber number, NewFile file) {
        Case on = visible(actor, number);
        on.refuseWhenFinal(actor);
        Draft reply = reply(actor, on);
        files.refuseBeyondRoom(on, drafts.files(reply.id()).size());
        ReceivedFile received = files.receive(file);
        DraftFile kept = new DraftFile(
                reply.id(),
                received.name(),
                received.contentType(),
                received.size(),
                received.sha256(),
                clock.instant());
        drafts.add(kept);
        reply.touched(clock.instant());
        return DraftViews.of(kept);
    }

    /** Takes a waiting file back; one that is gone already, such as by another window, is no fault. */
    public void remove(Actor actor, CaseNumber number, UUID file) {
        Draft reply = reply(actor, visible(actor, number));
        reply.touched(clock.instant());
        drafts.files(reply.id()).stream().filter(one -> one.id().equals(file)).forEach(drafts::remove);
    }

    /** @throws Refusal.NotFound when no such file waits */
    public FileContent download(Actor actor, CaseNumber number, UUID file) {
        return waiting(actor, number).stream()
                .filter(one -> one.id().equals(file))
                .findFirst()
                .map(files::open)
                .orElseThrow(Refusal.NotFound::new);
    }

    /**
     * Says something on a case, with files that wait for it and files that come with it.
     *
     * @param ids which of the waiting files belong to it; the others go on waiting
     * @param evidence code of the evidence that the waiting files are, if any
     * @throws Refusal.InvalidInput FILE_GONE when one of them waits no more
     * @throws Refusal.IllegalAction CASE_CLOSED
     */
    public void post(Actor actor, CaseNumber number, NewMessage message, List<UUID> ids, @Nullable String evidence) {
        Case on = cases.getForChange(number, Judged.cases(Judged.customer(actor)));
        List<DraftFile> taken =
                ids.isEmpty() ? List.of() : taken(drafts.files(reply(actor, on).id()), ids);
        List<CaseFiles.Kept> kept = taken.stream()
                .map(file -> new CaseFiles.Kept(
                        new ReceivedFile(file.name(), file.contentType(), file.size(), file.sha256()), evidence))
                .toList();
        conversation.post(on, message, kept, actor);
        taken.forEach(drafts::remove);
    }

    private static List<DraftFile> taken(List<DraftFile> waiting, List<UUID> ids) {
        Map<UUID, DraftFile> known = waiting.stream().collect(Collectors.toMap(DraftFile::id, Function.identity()));
        if (!known.keySet().containsAll(ids)) {
            throw new Refusal.InvalidInput(Fault.of("file", "FILE_GONE"));
        }
        return ids.stream().distinct().map(known::get).toList();
    }

    private List<DraftFile> waiting(Actor actor, CaseNumber number) {
        return drafts.filesOfReply(
                Judged.customer(actor).id(), visible(actor, number).id());
    }

    private Draft reply(Actor actor, Case on) {
        return drafts.replyForChange(Judged.customer(actor).id(), on.id(), clock.instant());
    }

    private Case visible(Actor actor, CaseNumber number) {
        return cases.get(number, Judged.cases(Judged.customer(actor)));
    }
}
