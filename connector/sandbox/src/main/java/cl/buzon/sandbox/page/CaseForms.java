package cl.buzon.sandbox.page;

import cl.buzon.sandbox.instance.Row;
import java.util.List;

/** What an executive can do with a case, a form for each. */
final class CaseForms {

    private final Sight sight;
    private final Visit visit;
    private final Words words;
    private final Row row;
    private final Markup page = new Markup();

    CaseForms(Sight sight, Visit visit, Row row) {
        this.sight = sight;
        this.visit = visit;
        this.words = visit.words();
        this.row = row;
    }

    Markup markup() {
        page.element("h2", words.of("forms.title", sight.name(visit.executive())));
        if (State.isEnded(row)) {
            page.element("p", words.of("forms.ended"), "class", "hint");
            compensation(true);
            return page;
        }
        begin(CaseAction.ANSWER, true);
        area("answer", "text");
        end(CaseAction.ANSWER);
        begin(CaseAction.FILE, true);
        file();
        end(CaseAction.FILE);
        begin(CaseAction.ASK, false);
        area("ask", "text");
        end(CaseAction.ASK);
        begin(CaseAction.RESOLVE, false);
        resolution("resolve");
        end(CaseAction.RESOLVE);
        compensation(false);
        begin(CaseAction.ASSIGN, false);
        executives();
        end(CaseAction.ASSIGN);
        begin(CaseAction.NOTE, false);
        area("note", "text");
        end(CaseAction.NOTE);
        begin(CaseAction.OPEN, false);
        page.element("p", words.of("forms.open.hint"), "class", "hint");
        end(CaseAction.OPEN);
        begin(CaseAction.CLOSE, false);
        resolution("close");
        end(CaseAction.CLOSE);
        begin(CaseAction.CANCEL, false);
        page.element("p", words.of("forms.cancel.hint"), "class", "hint");
        end(CaseAction.CANCEL);
        return page;
    }

    private void begin(CaseAction action, boolean open) {
        if (open) {
            page.open("details", "open", "");
        } else {
            page.open("details");
        }
        page.element("summary", words.of("forms." + action.key()));
        String target = visit.path("/caso/" + row.id() + "/" + action.key());
        if (action == CaseAction.FILE) {
            page.open("form", "method", "post", "action", target, "enctype", "multipart/form-data");
        } else {
            page.open("form", "method", "post", "action", target);
        }
    }

    private void end(CaseAction action) {
        page.element("button", words.of("button." + action.key()), "type", "submit");
        page.close("form").close("details").newLine();
    }

    private void area(String form, String name) {
        String id = form + "-" + name;
        page.element("label", words.of("field." + form + "." + name), "for", id);
        page.open("textarea", "id", id, "name", name, "rows", "4", "maxlength", "4000", "required", "")
                .close("textarea");
    }

    private void file() {
        page.element("label", words.of("field.file"), "for", "file");
        page.open("input", "type", "file", "id", "file", "name", "file", "required", "");
    }

    private void resolution(String form) {
        select(form + "-code", "code", "field.code", sight.choices("resolution_code"), row.get("resolution_code"));
        area(form, "notes");
    }

    private void compensation(boolean open) {
        begin(CaseAction.COMPENSATE, open);
        select(
                "compensation-state",
                "state",
                "field.compensation-state",
                sight.choices("u_compensation_state"),
                row.get("u_compensation_state"));
        page.element("label", words.of("field.amount"), "for", "amount");
        page.open(
                "input",
                "type",
                "text",
                "inputmode",
                "numeric",
                "pattern",
                "[0-9]{1,12}",
                "id",
                "amount",
                "name",
                "amount",
                "value",
                row.get("u_compensation_amount"),
                "autocomplete",
                "off");
        end(CaseAction.COMPENSATE);
    }

    private void select(String id, String name, String label, List<Row> choices, String chosen) {
        page.element("label", words.of(label), "for", id).open("select", "id", id, "name", name);
        for (Row choice : choices) {
            option(choice.get("value"), choice.get("label"), choice.get("value").equals(chosen));
        }
        page.close("select");
    }

    private void executives() {
        page.element("label", words.of("field.executive"), "for", "executive");
        page.open("select", "id", "executive", "name", "executive");
        for (String executive : Sight.EXECUTIVES) {
            option(executive, sight.name(executive), sight.name(executive).equals(sight.executive(row)));
        }
        page.close("select");
    }

    private void option(String value, String label, boolean chosen) {
        if (chosen) {
            page.element("option", label, "value", value, "selected", "");
        } else {
            page.element("option", label, "value", value);
        }
    }
}
