package cl.buzon.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.CategorySetup;
import cl.buzon.shared.LocalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProofRowTest {

    private static final CategorySetup.Proof LABEL = new CategorySetup.Proof(
            "LABEL_PHOTO", new LocalText("Etiqueta", "Label"), new LocalText("Legible", "Readable"), true);

    @Test
    void aFormThatIsShownHasARowMoreForANewKind() {
        List<ProofRow> rows = rows(Map.of());

        assertThat(rows).extracting(ProofRow::code).containsExactly("LABEL_PHOTO", "");
        assertThat(rows).extracting(ProofRow::isKept).containsExactly(true, false);
        assertThat(rows.get(0).wish()).isEqualTo(LABEL);
    }

    /** Another operator has taken one away since the form was shown: the new kind was the last of three rows. */
    @Test
    void everyRowThatWasSentIsReadHoweverLongTheListIsByNow() {
        Map<String, String> sent = Map.of(
                "code-0", "LABEL_PHOTO",
                "asked-0", "NO",
                "code-1", "INVOICE",
                "proofEs-1", "Factura",
                "asked-1", "REQUIRED",
                "code-2", "",
                "proofEs-2", "Guía",
                "asked-2", "OPTIONAL");

        List<ProofRow> rows = rows(sent);

        assertThat(rows).extracting(ProofRow::es).containsExactly("", "Factura", "Guía");
        assertThat(rows).extracting(ProofRow::isKept).containsExactly(false, true, true);
        assertThat(rows.get(2).isNew()).isTrue();
    }

    /** Or the summary of what is wrong with the form would lead nowhere. */
    @Test
    void whatIsWrongWithTheWholeListHasItsPlaceOnThePage() throws IOException {
        String page = Files.readString(Path.of("src/main/webapp/operador/situacion.xhtml"));

        assertThat(page).contains("id=\"evidence\"", "<b:problem of=\"evidence\"/>");
    }

    private static List<ProofRow> rows(Map<String, String> sent) {
        return ProofRow.of(name -> Optional.ofNullable(sent.get(name)), List.of(LABEL));
    }
}
