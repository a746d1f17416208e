package cl.buzon.web.portal;

import cl.buzon.desk.ActivityView;
import cl.buzon.desk.AttachmentView;
import cl.buzon.desk.CaseView;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.desk.NewsDesk;
import cl.buzon.desk.UnsentDesk;
import cl.buzon.shared.Actor;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.Refusal;
import cl.buzon.web.i18n.Formats;
import cl.buzon.web.portal.Conversation.Entry;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tracking of one case: where it stands, whose turn it is, and the conversation. */
@Named
@RequestScoped
public class CasePage {

    @Inject
    CustomerDesk desk;

    @Inject
    UnsentDesk unsent;

    @Inject
    NewsDesk news;

    @Inject
    CaseInHand hand;

    @Inject
    HistoryInHand told;

    @Inject
    CaseAnswer answer;

    @Inject
    Conversation conversation;

    @Inject
    CaseEvents events;

    @Inject
    Files links;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private String rejectReason = "";
    private String closeReason = "";
    private @Nullable List<Entry> entries;
    private @Nullable Map<String, String> stops;
    private @Nullable List<FileLink> files;

    /** What stands on the page, or comes to it while it is open, is no news to the visitor any more. */
    public void open() {
        List<ActivityView> shown = told.shown();
        news.visited(current.actor(), hand.number(), shown.get(shown.size() - 1).position());
    }

    public CaseView getView() {
        return hand.view();
    }

    /** Whether only the part is asked for that may have changed, by the script of an open page. */
    public boolean isPart() {
        return request.sent("parte");
    }

    public void accept() {
        answer.to(() -> act(CaseAction.ACCEPT, null), Map.of(), "case.accepted");
    }

    public void reject() {
        answer.to(() -> act(CaseAction.REJECT, rejectReason), Map.of("reason", "rejectReason"), "case.rejected");
    }

    public void close() {
        answer.to(() -> act(CaseAction.CLOSE, closeReason), Map.of("reason", "closeReason"), "case.closed");
    }

    public void withdraw() {
        answer.to(() -> act(CaseAction.WITHDRAW, null), Map.of(), "case.withdrawn");
    }

    public void follow() {
        try {
            String draft =
                    unsent.startRelated(current.actor(), hand.number()).id().toString();
            request.goTo(request.address("/nuevo/situacion").with("borrador", draft));
        } catch (Refusal.IllegalAction refused) {
            request.complain(null, request.texts().get("case.moved"));
        }
    }

    private void act(CaseAction action, @Nullable String reason) {
        desk.act(current.actor(), hand.number(), action, reason);
    }

    public boolean may(String action) {
        return getView().allowedActions().contains(CaseAction.valueOf(action));
    }

    public boolean isUndecided() {
        return getView().compensation().state().isUndecided();
    }

    public List<Entry> getEntries() {
        if (entries == null) {
            entries = conversation.of(getView(), told.shown(), isReporter());
        }
        return entries;
    }

    private boolean isReporter() {
        return current.actor() instanceof Actor.Customer customer
                && customer.id().equals(getView().reporterId());
    }

    /** Of the whole conversation, whatever the page shows of it. */
    public long getMessageCount() {
        if (!told.isWhole()) {
            return told.messages();
        }
        return getEntries().stream()
                .filter(entry -> entry.kind().equals("MESSAGE"))
                .count();
    }

    private List<ActivityView> history() {
        return told.end();
    }

    private Progress progress() {
        return new Progress(getView(), told.turns());
    }

    public Map<String, String> getStops() {
        if (stops == null) {
            Map<String, String> happened = progress().stops(request.texts().get("case.paused"));
            acceptedOn()
                    .ifPresent(day ->
                            happened.put("CLOSED", request.texts().format("case.acceptedOn", Formats.brief(day))));
            stops = happened;
        }
        return stops;
    }

    /** When silence counts as consent, in a sentence; empty while there is nothing to accept. */
    public String getSilence() {
        return acceptedOn()
                .map(day -> request.texts().format("ask.resolved.silence", Formats.calendar(day)))
                .orElse("");
    }

    private Optional<LocalDate> acceptedOn() {
        return desk.acceptedOn(current.actor(), hand.number());
    }

    /** Who ended the case and when, in a sentence. */
    public String getEnding() {
        return progress()
                .end()
                .map(end -> request.texts().format("ask." + events.ending(end), Formats.date(end.at())))
                .orElse("");
    }

    /** Where the page listens. */
    public Address getBell() {
        return request.address("/live/cases/" + hand.number() + "/bell");
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

    public Address getAllFiles() {
        return request.address("/live/cases/" + hand.number() + "/attachments.zip");
    }

    /** In the order of the conversation, as far as it is at hand. */
    public List<FileLink> getFiles() {
        if (files == null) {
            files = files();
        }
        return files;
    }

    private List<FileLink> files() {
        List<AttachmentId> order = history().stream()
                .map(ActivityView::attachment)
                .filter(Objects::nonNull)
                .map(AttachmentView::id)
                .toList();
        return desk.files(current.actor(), hand.number()).stream()
                .sorted(Comparator.comparingInt(file -> order.indexOf(file.id())))
                .map(file -> links.link(hand.number(), file))
                .toList();
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
