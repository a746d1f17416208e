package cl.buzon.desk;

import cl.buzon.accounts.Accounts;
import cl.buzon.cases.Case;
import cl.buzon.cases.CaseFigures;
import cl.buzon.cases.CaseReport;
import cl.buzon.cases.Cases;
import cl.buzon.cases.Categories;
import cl.buzon.cases.Viewer;
import cl.buzon.compensation.Compensation;
import cl.buzon.shared.Actor;
import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseSort;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Page;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The report of a customer's cases, and the figures made of it. */
@Stateless
public class ReportDesk {

    @Inject
    private CaseReport report;

    @Inject
    private CaseFigures figures;

    @Inject
    private Cases cases;

    @Inject
    private Categories categories;

    @Inject
    private CaseViews views;

    @Inject
    private Headlines headlines;

    @Inject
    private Accounts accounts;

    @Inject
    private Clock clock;

    /**
     * A stretch of the filtered list.
     *
     * @param place {@link Page#next} or {@link Page#previous} of another stretch, absent for the first
     */
    public Page<CaseRow> page(Actor actor, CaseFilter filter, @Nullable String place, int limit) {
        return report.page(viewer(actor), filter, place, limit);
    }

    /** As {@link #page}, but with all that can be said of each case. */
    public Page<CaseView> cases(Actor actor, CaseFilter filter, @Nullable String place, int limit) {
        Page<CaseRow> rows = page(actor, filter, place, limit);
        List<Case> listed =
                cases.listed(rows.items().stream().map(CaseRow::number).toList());
        return new Page<>(views.views(listed, Compensation::customerActions), rows.next(), rows.previous());
    }

    /** How many cases the filter leaves in each state, whatever states it asks for, and the money of those it asks for. */
    public CaseTally tally(Actor actor, CaseFilter filter) {
        Viewer viewer = viewer(actor);
        return new CaseTally(
                figures.counts(viewer, filter.withStates(Set.of()), CaseTally.LIMIT),
                figures.owed(viewer, filter, CaseTally.LIMIT),
                figures.paid(viewer, filter, CaseTally.LIMIT));
    }

    /** What cases can be about, in the order of the screen: also what is no longer on offer, since cases of it remain. */
    public List<CategoryView> situations() {
        return categories.all().stream().map(CaseViews::view).toList();
    }

    /** Every row of the filtered list in order, inside one transaction; the consumer must not keep them. */
    public void each(Actor actor, CaseFilter filter, Consumer<CaseRow> consumer) {
        report.each(viewer(actor), filter, consumer);
    }

    /** Whose cases the actor sees; empty for somebody of the back office. */
    public Optional<AccountView> company(Actor actor) {
        return actor instanceof Actor.Customer customer
                ? accounts.find(customer.account()).map(AccountView::of)
                : Optional.empty();
    }

    /** What a customer sees first. */
    public HomeView home(Actor actor) {
        Viewer viewer = viewer(actor);
        CaseTally tally = tally(actor, CaseFilter.all());
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessClock.SANTIAGO);
        CaseFigures.Progress progress = figures.progress(
                viewer,
                today.withDayOfMonth(1).atStartOfDay(BusinessClock.SANTIAGO).toInstant(),
                LocalDate.of(today.getYear(), Month.JANUARY, 1)
                        .atStartOfDay(BusinessClock.SANTIAGO)
                        .toInstant(),
                CaseTally.LIMIT);
        CaseFilter awaiting = new CaseFilter(
                Set.of(CaseState.AWAITING_INFO), Set.of(), Set.of(), null, null, null, CaseSort.UPDATED, false);
        return new HomeView(
                tally.total(),
                tally.of(CaseState.UNRESOLVED),
                tally.of(Set.of(CaseState.AWAITING_INFO)),
                progress.resolved(),
                tally.owed(),
                progress.paid(),
                awaiting(report.page(viewer, awaiting, null, 5).items()),
                report.page(viewer, CaseFilter.all(), null, 4).items(),
                headlines.of(report.latest(viewer, 5)));
    }

    private List<HomeView.Awaiting> awaiting(List<CaseRow> rows) {
        Map<CaseNumber, String> asked =
                report.asked(rows.stream().map(CaseRow::number).toList());
        return rows.stream()
                .map(row -> new HomeView.Awaiting(row, asked.get(row.number())))
                .toList();
    }

    private static Viewer viewer(Actor actor) {
        return Judged.cases(Judged.customer(actor));
    }
}
