package cl.buzon.sandbox.page;

import cl.buzon.sandbox.instance.Row;

/** One case: what it is about, what was said, and what can be done. */
final class CasePage {

    private final Sight sight;
    private final Visit visit;
    private final Words words;
    private final Row row;

    CasePage(Sight sight, Visit visit, Row row) {
        this.sight = sight;
        this.visit = visit;
        this.words = visit.words();
        this.row = row;
    }

    /**
     * @param done what was done just now, as a key; empty when nothing
     * @param error why something was not done; empty when all is well
     */
    Markup markup(String done, String error) {
        Markup page = new Markup();
        page.open("p")
                .element("a", words.of("case.back"), "href", visit.path("/"))
                .close("p");
        if (!error.isEmpty()) {
            page.open("div", "class", "message bad", "role", "alert");
            page.element("p", words.of("case.refused")).element("p", error).close("div");
        } else if (CaseAction.isKnown(done)) {
            page.element("p", words.of("done." + done), "class", "message good", "role", "status");
        }
        page.open("div", "class", "head");
        page.element("h1", row.get("number") + " · " + row.get("short_description"));
        page.add(State.chip(sight, row));
        page.element("a", words.of("list.refresh"), "class", "button", "href", visit.here());
        page.close("div").newLine();
        page.open("div", "class", "columns").open("div");
        facts(page);
        story(page);
        page.close("div").newLine();
        page.open("div").add(new CaseForms(sight, visit, row).markup()).close("div");
        return page.close("div");
    }

    private void facts(Markup page) {
        page.open("dl", "class", "facts");
        fact(page, "customer", sight.customer(row));
        fact(page, "executive", sight.executive(row));
        fact(page, "category", row.get("u_category"));
        fact(page, "tracking-number", row.get("u_tracking_number"));
        fact(page, "portal-number", row.get("correlation_display"));
        fact(page, "compensation", compensation());
        fact(page, "opened", sight.time(row.get("sys_created_on")));
        if (!row.get("resolution_code").isEmpty()) {
            fact(page, "resolution", sight.label("resolution_code", row.get("resolution_code")));
            fact(page, "notes", row.get("close_notes"));
        }
        page.close("dl").newLine();
        page.element("h2", words.of("case.description"));
        page.element("p", row.get("description"), "class", "text");
    }

    private String compensation() {
        String state = row.get("u_compensation_state");
        String amount = row.get("u_compensation_amount");
        String label = state.isEmpty() ? "" : sight.label("u_compensation_state", state);
        return amount.isEmpty() || amount.equals("0") ? label : label + " · CLP " + amount;
    }

    private void fact(Markup page, String key, String value) {
        page.open("div").element("dt", words.of("case." + key));
        page.element("dd", value.isEmpty() ? "–" : value).close("div");
    }

    private void story(Markup page) {
        page.element("h2", words.of("case.story")).open("ol", "class", "story");
        for (Row entry : sight.story(row)) {
            String kind = Sight.isFile(entry) ? "file" : entry.get("element").equals("comments") ? "comment" : "note";
            page.open("li", "class", kind);
            page.open("p", "class", "by").element("strong", sight.name(entry.get("sys_created_by")));
            page.text(" · " + words.of("story." + kind) + " · " + sight.time(entry.get("sys_created_on")));
            page.close("p");
            if (Sight.isFile(entry)) {
                page.open("p").element("a", entry.get("file_name"), "href", visit.path("/archivo/" + entry.id()));
                page.text(" (" + words.of("story.bytes", Long.parseLong(entry.get("size_bytes"))) + ")")
                        .close("p");
            } else {
                page.element("p", entry.get("value"), "class", "text");
            }
            page.close("li").newLine();
        }
        page.close("ol");
        if (sight.story(row).isEmpty()) {
            page.element("p", words.of("story.empty"), "class", "empty");
        }
    }
}
