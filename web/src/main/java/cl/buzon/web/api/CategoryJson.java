package cl.buzon.web.api;

import cl.buzon.desk.CategoryView;
import java.util.List;
import java.util.Locale;

/** A situation that a claim can be about, in the screen's words. */
record CategoryJson(String code, String name, String description, boolean compensable, List<EvidenceJson> evidence) {

    record EvidenceJson(String code, String name, boolean required) {}

    static CategoryJson of(CategoryView view, Locale language) {
        return new CategoryJson(
                view.code(),
                view.name().in(language),
                view.description().in(language),
                view.compensable(),
                view.evidence().stream()
                        .map(kind -> new EvidenceJson(kind.code(), kind.name().in(language), kind.required()))
                        .toList());
    }
}
