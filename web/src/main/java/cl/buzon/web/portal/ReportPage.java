package cl.buzon.web.portal;

import cl.buzon.desk.CaseTally;
import cl.buzon.desk.ReportDesk;
import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseSort;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.Page;
import cl.buzon.web.i18n.Texts;
import cl.buzon.web.portal.ReportQuery.Tab;
import cl.buzon.web.security.CurrentActor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report of cases. Filters, order and place are in the address, so that it can be kept and shared. */
@Named
@RequestScoped
public class ReportPage {

    private static final int ROWS = 20;
    private static final String PLACE = "pagina";

    @Inject
    ReportDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private ReportQuery query = new ReportQuery("", "", "", "", "", "", "");
    private List<Situation> situations = List.of();
    private @Nullable Page<CaseRow> page;
    private @Nullable CaseTally tally;

    /** A tab with how many cases it holds. */
    public record Choice(String words, String address, String count, boolean chosen) {}

    /** A filter in force, and the report without it. */
    public record Tag(String words, String address) {}

    /** A situation that cases can be about, whether it is still on offer or not. */
    public record Situation(String code, String name) {}

    @PostConstruct
    void read() {
        situations = desk.situations().stream()
                .map(one ->
                        new Situation(one.code(), one.name().in(request.texts().language())))
                .toList();
        query = ReportQuery.of(request, situations.stream().map(Situation::code).toList());
    }

    public void open() {
        for (String input : query.unreadable()) {
            request.complain(input, request.texts().get("report.wrongDate." + input));
        }
        if (query.endsBeforeItBegins()) {
            request.complain("hasta", request.texts().get("report.wrongOrder"));
        }
        if (getPage().items().isEmpty() && request.optional(PLACE).isPresent()) {
            // What stood there stands elsewhere by now
            request.goTo(query.on(report()));
        }
    }

    public ReportQuery getQuery() {
        return query;
    }

    public Page<CaseRow> getPage() {
        if (page == null) {
            page = desk.page(
                    current.actor(), query.filter(), request.optional(PLACE).orElse(null), ROWS);
        }
        return page;
    }

    public CaseTally getTally() {
        if (tally == null) {
            tally = desk.tally(current.actor(), query.filter());
        }
        return tally;
    }

    /** How many cases the list has, over all its pages. */
    public String getTotal() {
        return count(getTally(), query.group());
    }

    public String getHeadline() {
        return request.texts().format("report.total", found(getTally(), query.group()), getTotal());
    }

    /** What a file of the report will hold. */
    public String getExported() {
        return request.texts().format("export.some", found(getTally(), query.group()), getTotal());
    }

    public List<Choice> getTabs() {
        return Arrays.stream(Tab.values())
                .filter(tab -> tab != Tab.UNRESOLVED || tab == query.group())
                .map(this::choice)
                .toList();
    }

    private Choice choice(Tab tab) {
        return new Choice(
                request.texts().get("report.tab." + tab),
                query.in(tab).on(report()).toString(),
                count(getTally(), tab),
                tab == query.group());
    }

    private String count(CaseTally of, Tab tab) {
        return Capped.count(found(of, tab), request.texts());
    }

    public String getOwed() {
        return Capped.money(getTally().owed(), request.texts());
    }

    public String getPaid() {
        return Capped.money(getTally().paid(), request.texts());
    }

    private static long found(CaseTally in, Tab tab) {
        return tab == Tab.ALL ? in.total() : in.of(tab.states());
    }

    public List<Tag> getTags() {
        Texts texts = request.texts();
        List<Tag> tags = new ArrayList<>();
        if (!query.words().isEmpty()) {
            tags.add(tag(texts.format("report.tag.words", query.words()), "q"));
        }
        if (!query.from().isEmpty()) {
            tags.add(tag(texts.format("report.tag.from", query.from()), "desde"));
        }
        if (!query.to().isEmpty()) {
            tags.add(tag(texts.format("report.tag.to", query.to()), "hasta"));
        }
        situations.stream()
                .filter(one -> one.code().equals(query.situation()))
                .forEach(one -> tags.add(tag(one.name(), "situacion")));
        if (query.compensation().equals(ReportQuery.OWED)) {
            tags.add(tag(texts.get("report.owed"), "indemnizacion"));
        } else {
            texts.find("compensation." + query.compensation())
                    .ifPresent(words -> tags.add(tag(words, "indemnizacion")));
        }
        return tags;
    }

    private Tag tag(String words, String parameter) {
        return new Tag(words, query.on(report()).without(parameter).toString());
    }

    /** What folds the filters away on a phone: it says how many of them are in force. */
    public String getMore() {
        long folded = Stream.of(query.from(), query.to(), query.situation(), query.compensation())
                .filter(value -> !value.isEmpty())
                .count();
        return request.texts().format("report.more", folded);
    }

    /** The sentence that a wider filter would find something, empty when it would not. */
    public String getWider() {
        if (query.from().isEmpty() && query.to().isEmpty()) {
            return "";
        }
        CaseTally wider = desk.tally(current.actor(), query.withoutDates().filter());
        long found = found(wider, query.group());
        return found == 0 ? "" : request.texts().format("report.wider", found, count(wider, query.group()));
    }

    public String getWiderAddress() {
        return query.withoutDates().on(report()).toString();
    }

    public String getClearAddress() {
        return new ReportQuery("", query.tab(), "", "", "", "", query.sort())
                .on(report())
                .toString();
    }

    public String direction(String column) {
        return query.direction(CaseSort.valueOf(column));
    }

    public String sorted(String column) {
        return query.sortedBy(CaseSort.valueOf(column)).on(report()).toString();
    }

    public String getNext() {
        return place(getPage().next());
    }

    public String getPrevious() {
        return place(getPage().previous());
    }

    private String place(@Nullable String cursor) {
        return cursor == null ? "" : query.on(report()).with(PLACE, cursor).toString();
    }

    public String export(String format) {
        return query.export(request.address("/live/cases/export").with("format", format));
    }

    public String address(CaseRow row) {
        return request.address("/caso").with("numero", row.number().value()).toString();
    }

    public List<Situation> getSituations() {
        return situations;
    }

    public List<CompensationState> getCompensations() {
        return List.of(CompensationState.values());
    }

    /** Whether there are no cases at all, whatever the filters. */
    public boolean isBlank() {
        return getPage().items().isEmpty()
                && !query.restricts()
                && desk.tally(current.actor(), CaseFilter.all()).total() == 0;
    }

    private Address report() {
        return request.address("/casos");
    }
}
