package cl.buzon.web.portal;

import cl.buzon.desk.ActivityView;
import cl.buzon.desk.CaseView;
import cl.buzon.desk.CategoryView;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.desk.DraftDesk;
import cl.buzon.desk.IdempotentRequests;
import cl.buzon.desk.NewFile;
import cl.buzon.desk.NewMessage;
import cl.buzon.desk.RecordedAnswer;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Sha256;
import cl.buzon.web.portal.Conversation.Entry;
import cl.buzon.web.security.CurrentActor;
import cl.buzon.web.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tracking of one case: where it stands, whose turn it is, and the conversation. */
@Named
@RequestScoped
public class CasePage {

    @Inject
    CustomerDesk desk;

    @Inject
    IdempotentRequests requests;

    @Inject
    DraftDesk drafts;

    @Inject
    CaseInHand hand;

    @Inject
    Conversation conversation;

    @Inject
    Files files;

    @Inject
    CurrentActor current;

    @Inject
    Visitor visitor;

    @Inject
    PageRequest request;

    private String formKey = UUID.randomUUID().toString();
    private String reply = "";
    private String evidence = "";
    private @Nullable List<Part> chosen;
    private String rejectReason = "";
    private String closeReason = "";
    private @Nullable List<ActivityView> history;

    public void open() {
        hand.view();
    }

    public CaseView getView() {
        return hand.view();
    }

    /** The words of the reply stay in their field when it is refused; files must be chosen again. */
    public void send() {
        List<NewFile> sent = Files.chosen(chosen, evidence.isEmpty() ? null : evidence);
        answer(
                () -> once(() -> desk.post(current.actor(), hand.number(), new NewMessage(reply, sent))),
                Map.of("text", "reply", "file", "files"),
                "case.sent");
    }

    /** A form that is sent twice by a double click says its words once; other words on the same form are other ones. */
    private void once(Runnable post) {
        String said = Sha256.base64Of(reply + '\n' + evidence + '\n' + Files.outline(chosen));
        requests.once(current.actor(), formKey + "." + said, () -> said, () -> {
            post.run();
            return RecordedAnswer.DONE;
        });
    }

    public void accept() {
        answer(() -> act(CaseAction.ACCEPT, null), Map.of(), "case.accepted");
    }

    public void reject() {
        answer(() -> act(CaseAction.REJECT, rejectReason), Map.of("reason", "rejectReason"), "case.rejected");
    }

    public void close() {
        answer(() -> act(CaseAction.CLOSE, closeReason), Map.of("reason", "closeReason"), "case.closed");
    }

    public void withdraw() {
        answer(() -> act(CaseAction.WITHDRAW, null), Map.of(), "case.withdrawn");
    }

    public void follow() {
        try {
            String draft =
                    drafts.startRelated(current.actor(), hand.number()).id().toString();
            request.goTo(request.address("/nuevo/situacion").with("borrador", draft));
        } catch (Refusal.IllegalAction refused) {
            request.complain(null, request.texts().get("case.moved"));
        }
    }

    private void act(CaseAction action, @Nullable String reason) {
        desk.act(current.actor(), hand.number(), action, reason);
    }

    /** @param inputs which input shows the faults of which field */
    private void answer(Runnable wish, Map<String, String> inputs, String done) {
        try {
            wish.run();
            request.tell(done);
            request.goTo(request.address("/caso").with("numero", hand.number().value()));
        } catch (Refusal.InvalidInput refused) {
            refused.faults()
                    .forEach(fault -> request.complain(inputs.getOrDefault(fault.field(), fault.field()), fault));
        } catch (Refusal.IllegalAction refused) {
            request.complain(null, request.texts().get("case.moved"));
        }
    }

    public boolean may(String action) {
        return getView().allowedActions().contains(CaseAction.valueOf(action));
    }

    public boolean isUndecided() {
        return getView().compensation().state().isUndecided();
    }

    public List<Entry> getEntries() {
        return conversation.of(getView(), history(), getView().reporter().equals(visitor.getName()));
    }

    private List<ActivityView> history() {
        if (history == null) {
            history = desk.thread(current.actor(), hand.number());
        }
        return history;
    }

    private Progress progress() {
        return new Progress(getView(), history());
    }

    public Map<String, String> getStops() {
        return progress().stops(request.texts().get("case.paused"));
    }

    public String getWanted() {
        return progress().wanted();
    }

    public List<Progress.Milestone> getMilestones() {
        return progress().milestones();
    }

    public String getFirstName() {
        return hand.executiveFirstName();
    }

    public List<FileLink> getFiles() {
        return desk.files(current.actor(), hand.number()).stream()
                .map(file -> files.link(hand.number(), file))
                .toList();
    }

    /** What a new file can be named as: the evidence that is still missing. */
    public List<DetailsPage.Kind> getKinds() {
        return getView().missingEvidence().stream().map(this::kind).toList();
    }

    private DetailsPage.Kind kind(CategoryView.Evidence missing) {
        return new DetailsPage.Kind(
                missing.code(), missing.name().in(request.texts().language()));
    }

    public String getFormKey() {
        return formKey;
    }

    public void setFormKey(String sent) {
        if (sent.matches("[0-9a-f-]{36}")) {
            formKey = sent;
        }
    }

    public String getReply() {
        return reply;
    }

    public void setReply(String typed) {
        reply = typed;
    }

    public String getEvidence() {
        return evidence;
    }

    public void setEvidence(@Nullable String code) {
        evidence = code == null ? "" : code;
    }

    public @Nullable List<Part> getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable List<Part> parts) {
        chosen = parts;
    }

    public String getRejectReason() {
        return rejectReason;
    }

    public void setRejectReason(String typed) {
        rejectReason = typed;
    }

    public String getCloseReason() {
        return closeReason;
    }

    public void setCloseReason(String typed) {
        closeReason = typed;
    }
}
