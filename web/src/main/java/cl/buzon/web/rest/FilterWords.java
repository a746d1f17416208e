package cl.buzon.web.rest;

import cl.buzon.desk.CategoryView;
import cl.buzon.shared.CaseFilter;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A filter as people read it at the head of a report: at most four lines are on paper, the states first. */
final class FilterWords {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private final Locale language;
    private final ScreenWords words;
    private final ResourceBundle texts;

    FilterWords(Locale language, ScreenWords words) {
        this.language = language;
        this.words = words;
        this.texts = ResourceBundle.getBundle("cl.buzon.web.rest.filters", language);
    }

    /** @param situations all that there are, for their names */
    List<String> lines(CaseFilter filter, List<CategoryView> situations) {
        List<String> lines = new ArrayList<>();
        named("states", filter.states(), words::state).ifPresent(lines::add);
        named("categories", filter.categories(), code -> name(code, situations)).ifPresent(lines::add);
        named("compensations", filter.compensations(), words::compensation).ifPresent(lines::add);
        created(filter).ifPresent(lines::add);
        Optional.ofNullable(filter.query()).map(query -> text("query", query)).ifPresent(lines::add);
        return lines.isEmpty() ? List.of(text("all")) : lines;
    }

    private <T extends Comparable<T>> Optional<String> named(
            String key, Collection<T> chosen, Function<T, String> name) {
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(text(key, chosen.stream().sorted().map(name).collect(Collectors.joining(", "))));
    }

    private Optional<String> created(CaseFilter filter) {
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        if (from != null && to != null) {
            return Optional.of(text("between", DATE.format(from), DATE.format(to)));
        }
        return Optional.ofNullable(from)
                .map(day -> text("from", DATE.format(day)))
                .or(() -> Optional.ofNullable(to).map(day -> text("to", DATE.format(day))));
    }

    private String name(String code, List<CategoryView> situations) {
        return situations.stream()
                .filter(situation -> situation.code().equals(code))
                .map(situation -> situation.name().in(language))
                .findFirst()
                .orElse(code);
    }

    private String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), language).format(values);
    }
}
