package cl.buzon.web.portal;

import cl.buzon.desk.CategoryView;
import cl.buzon.desk.IdempotentRequests;
import cl.buzon.desk.NewFile;
import cl.buzon.desk.NewMessage;
import cl.buzon.desk.RecordedAnswer;
import cl.buzon.desk.ReplyDesk;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Sha256;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form at the end of the conversation, as it works without script: words, files that wait, and files that come along. */
@Named
@RequestScoped
public class ReplyForm {

    @Inject
    ReplyDesk desk;

    @Inject
    IdempotentRequests requests;

    @Inject
    CaseInHand hand;

    @Inject
    CaseAnswer answer;

    @Inject
    Files files;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private String formKey = UUID.randomUUID().toString();
    private String reply = "";
    private @Nullable String evidence;
    private @Nullable List<Part> chosen;
    private @Nullable List<FileLink> waiting;

    /** The words of the reply stay in their field when it is refused; files that came along must be chosen again. */
    public void send() {
        List<NewFile> along = Files.chosen(chosen, named());
        answer.to(() -> once(() -> post(along)), Map.of("text", "reply", "file", "files"), "case.sent");
    }

    private void post(List<NewFile> along) {
        desk.post(current.actor(), hand.number(), new NewMessage(reply, along), request.ids("espera"), named());
    }

    /** A form that is sent twice by a double click says its words once; other words on the same form are other ones. */
    private void once(Runnable post) {
        String said = Sha256.base64Of(
                String.join("\n", reply, getEvidence(), request.ids("espera").toString(), Files.outline(chosen)));
        requests.once(current.actor(), formKey + "." + said, () -> said, () -> {
            post.run();
            return RecordedAnswer.DONE;
        });
    }

    private @Nullable String named() {
        return getEvidence().isEmpty() ? null : getEvidence();
    }

    /** The page is answered at once, with the words of the reply as they were; files that came along wait as well. */
    public void remove() {
        request.pressed("files-remove").ifPresent(file -> desk.remove(current.actor(), hand.number(), file));
        Files.chosen(chosen, null).forEach(this::keep);
        waiting = null;
    }

    private void keep(NewFile file) {
        try {
            desk.add(current.actor(), hand.number(), file);
        } catch (Refusal.InvalidInput refused) {
            refused.faults().forEach(fault -> request.complain("files", fault));
        } catch (Refusal.IllegalAction refused) {
            request.complain(null, request.texts().get("case.moved"));
        }
    }

    /** Those that have gone up and wait to be sent. */
    public List<FileLink> getFiles() {
        if (waiting == null) {
            waiting = desk.files(current.actor(), hand.number()).stream()
                    .map(file -> files.link(getUploadAddress(), file))
                    .toList();
        }
        return waiting;
    }

    public Address getUploadAddress() {
        return request.address("/live/cases/" + hand.number() + "/reply/files");
    }

    /** Where the script sends the words. */
    public Address getAddress() {
        CaseNumber number = hand.number();
        return request.address("/live/cases/" + number + "/reply");
    }

    /** What the files can be named as: the evidence that is still missing. */
    public List<Checklist.Kind> getKinds() {
        return hand.view().missingEvidence().stream().map(this::kind).toList();
    }

    private Checklist.Kind kind(CategoryView.Evidence missing) {
        return new Checklist.Kind(
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

    /** What the form says that its files are: the first thing that is still missing, unless it was told otherwise. */
    public String getEvidence() {
        if (evidence == null) {
            evidence = getKinds().stream().findFirst().map(Checklist.Kind::code).orElse("");
        }
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
}
