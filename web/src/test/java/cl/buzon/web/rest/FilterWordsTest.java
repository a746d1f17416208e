package cl.buzon.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.CategoryView;
import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseSort;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.LocalText;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilterWordsTest {

    private static final LocalText LOST = new LocalText("Extravío", "Loss");
    private static final List<CategoryView> SITUATIONS =
            List.of(new CategoryView("LOSS", LOST, LOST, "search", true, true, List.of()));

    @Test
    void everyFilterIsALineInTheWordsOfTheScreen() {
        CaseFilter filter = new CaseFilter(
                Set.of(CaseState.OPEN, CaseState.NEW),
                Set.of("LOSS"),
                Set.of(CompensationState.PAID),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 11, 23),
                "lámpara {0}",
                CaseSort.CREATED,
                true);

        assertThat(lines(filter, CallerLanguage.SPANISH))
                .containsExactly(
                        "Estado: Recibido, En análisis",
                        "Situación: Extravío",
                        "Indemnización: Pagada",
                        "Creados entre el 01-01-2026 y el 23-11-2026",
                        "Búsqueda: «lámpara {0}»");
    }

    @Test
    void noFilterIsSaidToo() {
        assertThat(lines(CaseFilter.all(), Locale.ENGLISH)).containsExactly("All cases");
    }

    @Test
    void englishIsComplete() {
        assertThat(bundle(Locale.ENGLISH).keySet())
                .isEqualTo(bundle(CallerLanguage.SPANISH).keySet());
        assertThat(bundle(Locale.ENGLISH).getString("all")).isEqualTo("All cases");
    }

    private static List<String> lines(CaseFilter filter, Locale language) {
        return new FilterWords(language, new ScreenWords(language)).lines(filter, SITUATIONS);
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("cl.buzon.web.rest.filters", language);
    }
}
