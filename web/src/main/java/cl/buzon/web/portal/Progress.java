package cl.buzon.web.portal;

import cl.buzon.desk.ActivityView;
import cl.buzon.desk.CaseView;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.web.i18n.Formats;
import cl.buzon.web.i18n.Moments;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** When a case reached its stops, read from its history. */
final class Progress {

    private final CaseView view;
    private final List<ActivityView> history;

    /** @param history at least what moved the case on, the oldest first */
    Progress(CaseView view, List<ActivityView> history) {
        this.view = view;
        this.history = history;
    }

    /**
     * What is known of a history too long to be read whole.
     *
     * @param first the first entries that moved the case on
     * @param end the last entries of any kind, which may be among them
     */
    static List<ActivityView> turns(List<ActivityView> first, List<ActivityView> end) {
        int last = first.isEmpty() ? 0 : first.get(first.size() - 1).position();
        return Stream.concat(first.stream(), end.stream().filter(one -> one.position() > last))
                .toList();
    }

    /**
     * The remark of each stop that was reached, by the names that the track knows.
     *
     * @param paused the remark while the customer is asked for something
     */
    Map<String, String> stops(String paused) {
        Map<String, String> stops = new HashMap<>();
        stops.put("RECEIVED", Moments.brief(view.createdAt()));
        assigned().ifPresent(at -> stops.put("ASSIGNED", Moments.brief(at)));
        first(CaseState.OPEN)
                .or(() -> last(CaseState.AWAITING_INFO))
                .ifPresent(at -> stops.put("OPEN", Moments.brief(at)));
        if (view.state() == CaseState.AWAITING_INFO) {
            stops.put("OPEN", paused);
        }
        if (view.state() == CaseState.RESOLVED || view.state().isFinal()) {
            last(CaseState.RESOLVED).ifPresent(at -> stops.put("RESOLVED", Moments.brief(at)));
        }
        if (view.state().isFinal()) {
            stops.put(view.state().name(), Moments.brief(view.stateSince()));
        }
        return stops;
    }

    private Optional<Instant> assigned() {
        return view.executive() == null
                ? Optional.empty()
                : history.stream()
                        .filter(one -> one.executive() != null)
                        .map(ActivityView::at)
                        .findFirst()
                        .or(() -> Optional.of(view.createdAt()));
    }

    private Optional<Instant> first(CaseState state) {
        return history.stream()
                .filter(one -> one.to() == state)
                .map(ActivityView::at)
                .findFirst();
    }

    private Optional<Instant> last(CaseState state) {
        return history.stream()
                .filter(one -> one.to() == state)
                .map(ActivityView::at)
                .max(Comparator.naturalOrder());
    }

    /** The entry that ended the case, if it has ended. */
    Optional<ActivityView> end() {
        return history.stream()
                .filter(one -> one.to() != null && view.state().isFinal() && one.to() == view.state())
                .reduce((before, after) -> after);
    }

    /** What was asked for last, empty when no words came with it. */
    String wanted() {
        return history.stream()
                .filter(one -> one.to() == CaseState.AWAITING_INFO)
                .reduce((before, after) -> after)
                .map(ActivityView::reason)
                .orElse("");
    }

    /**
     * The way of the compensation: what was reached, and what is still ahead while it goes on.
     *
     * @param date empty for what is ahead
     */
    public record Milestone(CompensationState state, String date) {}

    List<Milestone> milestones() {
        CompensationState now = view.compensation().state();
        boolean goesOn = now.isUndecided() || now.isOwed();
        return Stream.of(CompensationState.REQUESTED, CompensationState.APPROVED, CompensationState.PAID)
                .map(state -> new Milestone(state, reached(state)))
                .filter(stop -> !stop.date().isEmpty() || (goesOn && stop.state() != CompensationState.REQUESTED))
                .toList();
    }

    private String reached(CompensationState state) {
        return history.stream()
                .filter(one -> one.compensation() != null
                        && Objects.requireNonNull(one.compensation()).state() == state)
                .map(ActivityView::at)
                .findFirst()
                .map(Formats::date)
                .orElse("");
    }
}
