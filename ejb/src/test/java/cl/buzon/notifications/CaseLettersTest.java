package cl.buzon.notifications;

import static cl.buzon.notifications.SomeMail.letter;
import static cl.buzon.notifications.SomeMail.moved;
import static cl.buzon.notifications.SomeMail.said;
import static cl.buzon.notifications.SomeMail.story;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.LocalText;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseLettersTest {

    private static final News ASKED = moved(CaseState.OPEN, CaseState.AWAITING_INFO, "Falta la etiqueta, por favor");

    @Test
    void theSubjectLeadsWithThePersonAndTheNeed() {
        Letter letter = letter(asked(List.of()));

        assertThat(letter.subject()).isEqualTo("Marcela necesita tu respuesta · CS0048213");
        assertThat(letter.text())
                .startsWith("Marcela necesita tu respuesta\n\nHola, Camila. Tu caso CS0048213,"
                        + " «Lámpara de cerámica llegó rota», está en pausa hasta que respondas.")
                .contains("Responder en el portal:\nhttps://reclamos.example/csm/caso?numero=CS0048213")
                .contains("Envío: CP473124829CL")
                .contains("Indemnización: En evaluación")
                .contains("https://reclamos.example/csm/cuenta");
    }

    @Test
    void theOneThingThatIsMissingIsTheSubject() {
        CaseStory story = story(CaseState.AWAITING_INFO, false, ASKED);

        Letter spanish = letter(story);
        Letter english = new CaseLetters(SomeMail.KEPT).write("Camila Rojas", story, Language.EN);

        assertThat(spanish.subject()).isEqualTo("Falta: foto de la etiqueta · CS0048213");
        assertThat(english.subject()).isEqualTo("Missing: photo of the label · CS0048213");
        assertThat(letter(asked(List.of(new LocalText("RUT del destinatario", "RUT of the addressee"))))
                        .subject())
                .isEqualTo("Falta: RUT del destinatario · CS0048213");
    }

    /** She may have asked for the photo, or for an account number: the letter claims neither. */
    @Test
    void whatIsMissingIsASentenceOfItsOwn() {
        CaseStory story = story(CaseState.AWAITING_INFO, false, ASKED);

        Letter spanish = letter(story);
        Letter english = new CaseLetters(SomeMail.KEPT).write("Camila Rojas", story, Language.EN);

        assertThat(spanish.text())
                .startsWith("Marcela necesita tu respuesta")
                .contains("\n\nFalta: Foto de la etiqueta.\n\n");
        assertThat(spanish.html()).contains("Falta: Foto de la etiqueta.").doesNotContain("Además");
        assertThat(english.text()).contains("\n\nMissing: Photo of the label.\n\n");
    }

    @Test
    void severalThingsThatAreMissingAreNoSubject() {
        LocalText invoice = new LocalText("Boleta o factura", "Receipt or invoice");

        Letter letter = letter(asked(List.of(new LocalText("Foto de la caja", "Photo of the box"), invoice)));

        assertThat(letter.subject()).isEqualTo("Marcela necesita tu respuesta · CS0048213");
        assertThat(letter.text()).contains("Falta: Foto de la caja, Boleta o factura.");
    }

    @Test
    void whatSomebodySaidIsTheSubjectThoughSomethingIsMissing() {
        Letter letter = letter(story(CaseState.AWAITING_INFO, false, said("¿Y la foto?")));

        assertThat(letter.subject()).isEqualTo("Marcela te respondió · CS0048213");
        assertThat(letter.text()).contains("Falta: Foto de la etiqueta.");
    }

    private static CaseStory asked(List<LocalText> missing) {
        CaseStory story = story(CaseState.AWAITING_INFO, false, ASKED);
        return new CaseStory(
                story.number(),
                story.subject(),
                story.state(),
                story.trackingNumber(),
                story.compensation(),
                story.executive(),
                missing,
                story.news(),
                story.quotes());
    }

    @Test
    void whatHasComeIsNotMissing() {
        Letter letter = letter(story(CaseState.OPEN, false, said("Gracias")));

        assertThat(letter.text()).doesNotContain("Falta:");
    }

    /** The ticketing system tells a changed field, but not by whom. */
    @Test
    void whatNobodyIsToldToHaveDoneIsDoneByWhoeverHasTheCase() {
        News solved = new News.Moved(null, CaseState.OPEN, CaseState.RESOLVED, "Apareció", SomeMail.NOON);

        Letter letter = letter(story(CaseState.RESOLVED, true, solved));

        assertThat(letter.subject()).isEqualTo("Marcela propone una solución · CS0048213");
        assertThat(letter.text()).startsWith("Marcela propone una solución").contains("> Portal de Reclamos · Buzón");
    }

    @Test
    void onlyAPersonWhomWeKnowIsCalledByTheFirstName() {
        News said = new News.Said(new Author("Mesa de servicio", false), "Hola", SomeMail.NOON);

        Letter letter = letter(story(CaseState.OPEN, false, said));

        assertThat(letter.subject()).isEqualTo("Mesa de servicio te respondió · CS0048213");
    }

    @Test
    void whatPeopleWroteStaysInThePortal() {
        Letter letter = letter(story(CaseState.AWAITING_INFO, false, said("¿Tienes la foto?"), ASKED));

        assertThat(letter.text() + letter.html() + letter.subject())
                .doesNotContain("¿Tienes la foto?")
                .doesNotContain("Falta la etiqueta");
        assertThat(letter.text()).contains("Marcela también te escribió.");
    }

    @Test
    void aCompanyCanHaveItQuoted() {
        Letter letter = letter(story(CaseState.AWAITING_INFO, true, said("¿Tienes <la> foto?\nGracias"), ASKED));

        assertThat(letter.text()).contains("> Marcela Fuentes · 24-11-2026 12:00\n> ¿Tienes <la> foto?\n> Gracias");
        assertThat(letter.html())
                .contains("¿Tienes &lt;la&gt; foto?<br>Gracias")
                .contains("Falta la etiqueta");
    }

    @Test
    void severalThingsAreOneLetterHeadedByWhatAsksMost() {
        Letter letter = letter(story(
                CaseState.RESOLVED,
                false,
                said("Hola"),
                said("Otra vez"),
                moved(CaseState.OPEN, CaseState.RESOLVED, null),
                new News.Decided(SomeMail.MARCELA, CompensationState.APPROVED, new Clp(38_990))));

        assertThat(letter.subject()).isEqualTo("Marcela propone una solución · CS0048213");
        assertThat(letter.text()).containsOnlyOnce("también te escribió").contains("aprobada: $38.990");
    }

    @Test
    void aFirstAnswerSaysOnlyThatItIsOne() {
        Letter letter = letter(
                story(CaseState.OPEN, false, moved(CaseState.NEW, CaseState.OPEN, null), said("Hola, ya lo reviso")));

        assertThat(letter.subject()).isEqualTo("Marcela te respondió · CS0048213");
        assertThat(letter.text()).doesNotContain("En análisis");
        assertThat(letter.html()).containsOnlyOnce("En análisis");
    }

    @Test
    void aReminderSaysWhenTheCaseCloses() {
        Letter letter =
                letter(story(CaseState.RESOLVED, false, new News.Closing(SomeMail.MARCELA, LocalDate.of(2026, 12, 2))));

        assertThat(letter.subject()).startsWith("Marcela espera tu opinión");
        assertThat(letter.text()).contains("se cierra solo el 02-12-2026");
    }

    /** Nothing becomes new again. The style of a letter has braces of its own, its text has none. */
    @ParameterizedTest
    @EnumSource(value = CaseState.class, names = "NEW", mode = EnumSource.Mode.EXCLUDE)
    void everyStateHasItsLetterInBothLanguages(CaseState state) {
        CaseStory story = story(state, true, moved(CaseState.NEW, state, null), said("Hola"));

        for (Language language : Language.values()) {
            Letter letter = new CaseLetters(SomeMail.KEPT).write("Camila", story, language);
            assertThat(letter.html()).contains("lang=\"" + language.code() + "\"");
            assertThat(letter.text()).doesNotContain("{");
            assertThat(letter.html()).doesNotContain("{{").doesNotContain("{0}");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CompensationState.class,
            names = {"APPROVED", "REJECTED", "PAYMENT_PENDING", "PAID", "PAYMENT_FAILED"})
    void everyDecisionHasItsLetter(CompensationState state) {
        News decided = new News.Decided(SomeMail.MARCELA, state, new Clp(1_234_567));

        assertThat(letter(story(CaseState.OPEN, false, decided)).subject()).contains("indemnización");
        assertThat(letter(story(CaseState.RESOLVED, false, moved(CaseState.OPEN, CaseState.RESOLVED, null), decided))
                        .text())
                .containsIgnoringCase("indemnización");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#{7*191} ${7*191} {0} {{subject}}",
                "<script>alert(1)</script>",
                "'\" onmouseover=x",
                "a\r\nBcc: otra@mala.example",
                "\uE000"
            })
    void whatPeopleTypeIsNeverMoreThanText(String typed) {
        CaseStory story = new CaseStory(
                new CaseNumber("CS0048213"),
                typed,
                CaseState.OPEN,
                null,
                CompensationState.NOT_REQUESTED,
                typed,
                List.of(),
                List.of(new News.Said(new Author(typed, true), typed, SomeMail.NOON)),
                true);

        Letter letter =
                new CaseLetters(SomeMail.KEPT).write(typed, story, Language.ES).enclosing("https://secreto");

        assertThat(letter.subject()).doesNotContain("\n").doesNotContain("\r");
        assertThat(letter.text() + letter.html()).doesNotContain("1337").doesNotContain("https://secreto");
        assertThat(letter.html()).doesNotContain("<script>").doesNotContain("\" onmouseover");
    }
}
