package cl.buzon.desk;

import cl.buzon.cases.CaseMonths;
import cl.buzon.cases.Categories;
import cl.buzon.cases.Category;
import cl.buzon.cases.MonthlyFigures;
import cl.buzon.cases.Viewer;
import cl.buzon.shared.Actor;
import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.Clp;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a company's claims went over the last year, for its administrators. */
@Stateless
public class SummaryDesk {

    /** As many months as there are in a year, this one among them. */
    private static final int MONTHS = 12;

    private CaseMonths months;
    private Categories categories;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected SummaryDesk() {}

    @Inject
    SummaryDesk(CaseMonths months, Categories categories, Clock clock) {
        this.months = months;
        this.categories = categories;
        this.clock = clock;
    }

    /**
     * The last twelve months of the administrator's own company, exact up to {@link CaseTally#LIMIT} cases.
     *
     * @throws cl.buzon.shared.Refusal.NotAllowed when it is no administrator of a company
     */
    public SummaryView summary(Actor actor) {
        Actor.Customer administrator = Judged.administrator(actor);
        YearMonth last = YearMonth.now(clock.withZone(BusinessClock.SANTIAGO));
        YearMonth first = last.minusMonths(MONTHS - 1L);
        Viewer.Company company = new Viewer.Company(administrator.account());
        List<MonthlyFigures> found = months.figures(company, first, CaseTally.LIMIT + 1);
        boolean capped = found.stream().mapToLong(MonthlyFigures::cases).sum() > CaseTally.LIMIT;
        List<MonthlyFigures> figures = capped ? months.figures(company, first, CaseTally.LIMIT) : found;
        return new SummaryView(
                IntStream.range(0, MONTHS)
                        .mapToObj(first::plusMonths)
                        .map(month -> month(month, figures))
                        .toList(),
                situations(figures),
                capped);
    }

    private static SummaryView.Month month(YearMonth month, List<MonthlyFigures> figures) {
        List<MonthlyFigures> own =
                figures.stream().filter(one -> one.month().equals(month)).toList();
        return new SummaryView.Month(
                month,
                own.stream().collect(Collectors.toMap(MonthlyFigures::category, MonthlyFigures::cases)),
                sum(own, MonthlyFigures::claimed),
                sum(own, MonthlyFigures::approved),
                sum(own, MonthlyFigures::paid));
    }

    private List<SummaryView.Situation> situations(List<MonthlyFigures> figures) {
        Set<String> codes = figures.stream().map(MonthlyFigures::category).collect(Collectors.toSet());
        List<String> order = categories.active().stream().map(Category::code).toList();
        Map<String, Category> found = categories.byCodes(codes);
        return found.values().stream()
                .sorted(Comparator.comparingInt((Category one) -> place(order, one.code()))
                        .thenComparing(Category::code))
                .map(one -> new SummaryView.Situation(one.code(), one.name()))
                .toList();
    }

    /** Those no longer on offer come last. */
    private static int place(List<String> order, String code) {
        int place = order.indexOf(code);
        return place < 0 ? order.size() : place;
    }

    private static Clp sum(List<MonthlyFigures> figures, Function<MonthlyFigures, Clp> amount) {
        return new Clp(
                figures.stream().mapToLong(one -> amount.apply(one).amount()).sum());
    }
}
