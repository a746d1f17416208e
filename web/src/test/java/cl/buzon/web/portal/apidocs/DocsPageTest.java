package cl.buzon.web.portal.apidocs;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.web.portal.apidocs.Described.Answer;
import cl.buzon.web.portal.apidocs.Described.Call;
import cl.buzon.web.portal.apidocs.Described.Content;
import cl.buzon.web.portal.apidocs.Described.Kind;
import cl.buzon.web.portal.apidocs.Described.Member;
import cl.buzon.web.portal.apidocs.Described.Shape;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocsPageTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es-CL");

    /** What only forms for people say; no program ever meets them. */
    private static final Set<String> OF_FORMS = Set.of(
            "BULK_COLLEAGUE",
            "BULK_FAILED",
            "CELL_BROKEN",
            "EMAIL_FORM",
            "EMAIL_TAKEN",
            "FILE_GONE",
            "LAST_ADMIN",
            "LAST_CATEGORY",
            "OTHER",
            "OWN_DELEGATE",
            "PASSWORD_COMMON",
            "PASSWORD_MISMATCH",
            "PASSWORD_NAME",
            "PASSWORD_SAME",
            "PASSWORD_SHORT",
            "PASSWORD_WRONG",
            "RUT_CHECK",
            "RUT_FORM",
            "RUT_TAKEN",
            "SAME_EXECUTIVE",
            "SHEET_COLUMN_MISSING",
            "SHEET_COLUMN_TWICE",
            "SHEET_COLUMN_UNKNOWN",
            "SHEET_NO_ROWS",
            "SHEET_TOO_MANY_ROWS",
            "SHEET_TYPE",
            "SHEET_UNREADABLE",
            "SITUATION_CHANGED",
            "THROTTLED",
            "TOO_MANY_EVIDENCE",
            "TOO_MANY_TOKENS",
            "UNKNOWN_EXECUTIVE",
            "UNKNOWN_ROLE",
            "UNKNOWN_USER");

    private final DocsPage page = new DocsPage();

    @Test
    void everyCodeThatProgramsMeetIsDescribedOnceAndHasWords() {
        List<String> described = page.getTroubles().stream()
                .flatMap(trouble -> trouble.codes().stream())
                .toList();
        Set<String> worded = ResourceBundle.getBundle("cl.buzon.web.i18n.faults", SPANISH).keySet().stream()
                .map(key -> key.substring("fault.".length()))
                .filter(code -> !code.contains(".") && !OF_FORMS.contains(code))
                .collect(toCollection(TreeSet::new));

        assertThat(described).containsExactlyInAnyOrderElementsOf(worded);
    }

    @Test
    void wordsLeaveOpenWhatDependsOnTheRequest() {
        assertThat(page.words("UNKNOWN_PARAMETER", Locale.ENGLISH)).isEqualTo("There is no query parameter called ….");
        assertThat(page.words("NOT_FOUND", SPANISH)).startsWith("No encontramos");
    }

    @Test
    void everyCallStandsOnceWithItsExamplesAndRefusals() {
        List<Call> calls = calls().toList();

        assertThat(calls).hasSizeGreaterThan(15).extracting(Call::anchor).doesNotHaveDuplicates();
        Call open = calls.stream()
                .filter(call -> call.anchor().equals("openCase"))
                .findFirst()
                .orElseThrow();
        assertThat(open.method() + " " + open.path()).isEqualTo("POST /api/v1/cases");
        assertThat(open.parameters()).extracting(Member::name).contains("Idempotency-Key");
        assertThat(open.bodies())
                .extracting(Content::example)
                .first()
                .asString()
                .contains("\n  \"category\": \"LOSS\",\n");
        assertThat(open.answers()).extracting(Answer::status).containsExactly("201");
        assertThat(open.refusals()).contains("422").doesNotContain("201");
    }

    @Test
    void everyShapeThatIsNamedIsThere() {
        Set<String> shapes = page.getShapes().stream().map(Shape::name).collect(toCollection(TreeSet::new));

        assertThat(kinds().map(Kind::shape).filter(shape -> !shape.isEmpty())).isSubsetOf(shapes);
    }

    @Test
    void everyKindSaysSomething() {
        assertThat(kinds())
                .noneMatch(kind -> kind.shape().isEmpty()
                        && kind.type().isEmpty()
                        && kind.values().isEmpty());
    }

    private Stream<Call> calls() {
        return page.getGroups().stream().flatMap(group -> group.calls().stream());
    }

    private Stream<Kind> kinds() {
        Stream<Kind> sent = calls().flatMap(call -> Stream.of(
                        call.parameters().stream().map(Member::kind),
                        call.bodies().stream().map(Content::kind),
                        call.answers().stream()
                                .flatMap(answer -> answer.contents().stream().map(Content::kind)))
                .flatMap(each -> each));
        Stream<Kind> within = page.getShapes().stream()
                .flatMap(shape -> Stream.concat(shape.members().stream().map(Member::kind), shape.kinds().stream()));
        return Stream.concat(sent, within);
    }
}
