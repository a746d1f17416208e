package cl.buzon.sandbox.page;

import cl.buzon.sandbox.instance.Row;
import java.util.List;

/** All cases, what moved last on top. */
final class CaseList {

    private static final int MOST = 200;

    private final Sight sight;
    private final Visit visit;

    CaseList(Sight sight, Visit visit) {
        this.sight = sight;
        this.visit = visit;
    }

    Markup markup() {
        Words words = visit.words();
        Markup page = new Markup();
        page.open("div", "class", "head").element("h1", words.of("list.title"));
        page.element("a", words.of("list.refresh"), "class", "button", "href", visit.path("/"))
                .close("div");
        List<Row> cases = sight.cases();
        if (cases.isEmpty()) {
            return page.element("p", words.of("list.empty"), "class", "empty");
        }
        page.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", words.of("list.title"));
        page.open("table").open("thead").open("tr");
        for (String column : List.of("number", "subject", "state", "news", "customer", "executive", "updated")) {
            page.element("th", words.of("list." + column), "scope", "col");
        }
        page.close("tr").close("thead").open("tbody").newLine();
        cases.stream().limit(MOST).forEach(row -> line(page, row));
        page.close("tbody").close("table").close("div");
        if (cases.size() > MOST) {
            page.element("p", words.of("list.more", MOST, cases.size()), "class", "hint");
        }
        return page;
    }

    private void line(Markup page, Row row) {
        page.open("tr").open("td");
        page.element("a", row.get("number"), "href", visit.path("/caso/" + row.id()))
                .close("td");
        page.element("td", row.get("short_description"), "class", "subject");
        page.open("td").add(State.chip(sight, row)).close("td");
        String news = sight.news(row);
        page.open("td");
        if (!news.isEmpty()) {
            page.element("span", news, "class", "news");
        }
        page.close("td");
        page.element("td", sight.customer(row));
        page.element("td", sight.executive(row));
        page.element("td", sight.time(row.get("sys_updated_on")), "class", "time")
                .close("tr")
                .newLine();
    }
}
