package cl.buzon.sandbox.page;

import cl.buzon.sandbox.instance.Denial;
import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Row;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Leads one visit to the page it wants, or does what it asks and sends it on. */
final class Reception {

    private final Instance instance;
    private final HttpServletResponse response;
    private final Visit visit;
    private final Sight sight;

    Reception(Instance instance, HttpServletRequest request, HttpServletResponse response) {
        this.instance = instance;
        this.response = response;
        this.visit = new Visit(request, response);
        this.sight = new Sight(instance, visit.words());
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }

    void show() throws IOException {
        try {
            List<String> steps = steps();
            switch (steps.get(0)) {
                case "" -> html(200, visit.words().of("list.title"), new CaseList(sight, visit).markup());
                case "caso" -> showCase(steps.get(1), 200, "");
                case "archivo" -> download(steps.get(1));
                case "fallas" -> html(200, visit.words().of("faults.title"), new FaultsPage(instance, visit).markup());
                case "estilo.css" -> style();
                default -> throw Denial.noRecord();
            }
        } catch (Denial denial) {
            nothingThere();
        }
    }

    void act() throws IOException {
        List<String> steps = steps();
        switch (steps.get(0)) {
            case "quien" -> {
                visit.play(visit.parameter("who"));
                String back = visit.parameter("back");
                visit.redirect(back.startsWith(visit.path("/")) ? back : visit.path("/"));
            }
            case "fallas" -> {
                new FaultsPage(instance, visit).toggle();
                visit.redirect(visit.path("/fallas"));
            }
            case "caso" -> actOnCase(steps.get(1), steps.size() > 2 ? steps.get(2) : "");
            default -> nothingThere();
        }
    }

    private void actOnCase(String id, String key) throws IOException {
        if (instance.find(Instance.CASE, id).isEmpty() || !CaseAction.isKnown(key)) {
            nothingThere();
            return;
        }
        try {
            CaseAction.of(key).perform(instance.executive(visit.executive()), id, visit);
            visit.redirect(visit.path("/caso/" + id) + "?done=" + key);
        } catch (Denial denial) {
            showCase(id, 422, Objects.requireNonNullElse(denial.detail(), denial.message()));
        }
    }

    private void showCase(String id, int status, String error) throws IOException {
        Row row = instance.aCase(id);
        html(status, row.get("number"), new CasePage(sight, visit, row).markup(visit.parameter("done"), error));
    }

    /** Always to be saved, never to be shown: it comes from somebody else. */
    private void download(String id) throws IOException {
        Row file = instance.find("sys_attachment", id).orElseThrow(Denial::noRecord);
        String name =
                URLEncoder.encode(file.get("file_name"), StandardCharsets.UTF_8).replace("+", "%20");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        response.setContentType("application/octet-stream");
        try (InputStream bytes = instance.bytes(id)) {
            bytes.transferTo(response.getOutputStream());
        }
    }

    private void style() throws IOException {
        response.setContentType("text/css;charset=UTF-8");
        try (InputStream style = Reception.class.getResourceAsStream("/cl/buzon/sandbox/page/style.css")) {
            Objects.requireNonNull(style).transferTo(response.getOutputStream());
        }
    }

    private void nothingThere() throws IOException {
        Words words = visit.words();
        html(404, words.of("nothing.title"), new Markup().element("h1", words.of("nothing.title")));
    }

    private void html(int status, String title, Markup content) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(new Frame(instance, visit).around(title, content));
    }

    private List<String> steps() {
        List<String> steps = List.of(visit.below().substring(1).split("/", -1));
        return steps.size() == 1 && steps.get(0).equals("caso") ? List.of("nothing") : steps;
    }
}
