package cl.buzon.sandbox.page;

import cl.buzon.sandbox.instance.Instance;

/** What is around every page: whose stand-in this is, where one can go, who one plays. */
final class Frame {

    private final Instance instance;
    private final Visit visit;

    Frame(Instance instance, Visit visit) {
        this.instance = instance;
        this.visit = visit;
    }

    String around(String title, Markup content) {
        Words words = visit.words();
        Markup page = new Markup();
        page.open("!DOCTYPE", "html", "").newLine();
        page.open("html", "lang", words.language()).open("head").open("meta", "charset", "utf-8");
        page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", title + " · " + words.of("frame.name"));
        page.open("link", "rel", "stylesheet", "href", visit.path("/estilo.css"));
        page.close("head").open("body");
        page.element("a", words.of("frame.skip"), "class", "skip", "href", "#contenido")
                .newLine();
        header(page);
        page.open("main", "id", "contenido").newLine();
        page.add(content);
        page.close("main").newLine();
        page.open("footer").element("p", words.of("frame.stand-in")).close("footer");
        return page.close("body").close("html").toString();
    }

    private void header(Markup page) {
        Words words = visit.words();
        page.open("header");
        page.open("p", "class", "name")
                .element("strong", words.of("frame.name"))
                .text(" ")
                .element("span", words.of("frame.label"), "class", "label")
                .close("p");
        page.open("nav", "aria-label", words.of("frame.nav"));
        page.element("a", words.of("frame.cases"), "href", visit.path("/"));
        page.element("a", words.of("frame.faults"), "href", visit.path("/fallas"));
        String other = words.language().equals("es") ? "en" : "es";
        page.element("a", words.of("frame.other-language"), "href", visit.here() + "?lang=" + other, "lang", other);
        page.close("nav");
        page.open("form", "method", "post", "action", visit.path("/quien"), "class", "who");
        page.element("label", words.of("frame.who"), "for", "quien");
        page.open("select", "id", "quien", "name", "who");
        for (String executive : Sight.EXECUTIVES) {
            String name = instance.nameOf(executive);
            if (executive.equals(visit.executive())) {
                page.element("option", name, "value", executive, "selected", "");
            } else {
                page.element("option", name, "value", executive);
            }
        }
        page.close("select");
        page.open("input", "type", "hidden", "name", "back", "value", visit.here());
        page.element("button", words.of("frame.play"), "type", "submit").close("form");
        page.close("header").newLine();
    }
}
