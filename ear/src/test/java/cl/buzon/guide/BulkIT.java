package cl.buzon.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Browser;
import cl.buzon.systems.BulkUpload;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many cases from one file, from the template to the mended rows. */
@PortalTest
class BulkIT {

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void goodRowsBecomeCasesAndBadOnesComeBackToBeMended(Device device, Browser browser) {
        try (Portal portal = browser.on(device)) {
            BulkUpload upload = BulkUpload.of(portal.signIn(Person.CAMILA));
            portal.lookAt("carga");
            String file = BulkUpload.csv(
                    "Se perdió;RR100000025CL;Uno " + unique + ";No llega;$45.000",
                    "loss;RR123456789CL;Dos " + unique + ";Dígito malo;",
                    "OTHER;;Tres " + unique + ";Consulta;",
                    "Perdido;;;;mucho");

            upload.send("reclamos " + unique + ".csv", file).awaitEnd();
            portal.lookAt("carga-resultado");

            assertThat(upload.made()).isEqualTo(2);
            assertThat(portal.words())
                    .contains("4 de 4 filas revisadas", "2 filas por corregir")
                    .contains("El último de los nueve números no calza")
                    .contains("No conocemos esa situación", "Escribe un asunto.", "Escribe el monto en pesos enteros");
            String[] numbers = upload.numbers().toArray(new String[0]);
            portal.tracking(numbers[0]);
            assertThat(portal.words()).contains("Uno " + unique, "Solicitada");
            portal.page().goBack();

            String rejected = new String(upload.rejected(), UTF_8);
            assertThat(rejected).contains("Dos " + unique, "Qué corregir", "Número de envío: El último");
            String mended = rejected.replace("RR123456789CL", "RR123456785CL")
                    .lines()
                    .filter(line -> !line.startsWith("Perdido"))
                    .reduce("", (all, line) -> all + line + "\r\n");
            upload.send("mejor.csv", mended).awaitEnd();

            assertThat(upload.made()).isEqualTo(1);
            assertThat(upload.numbers()).doesNotContain(numbers);
        }
    }

    @Test
    void theSameFileTwiceMakesNoSecondCaseNorDoesAMendedWholeOne(Browser browser) {
        String file = BulkUpload.csv("OTHER;;Uno " + unique + ";Consulta;", "OTHER;;;Sin asunto;");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            BulkUpload upload = BulkUpload.of(portal.signIn(Person.CAMILA));
            upload.send("a.csv", file).awaitEnd();

            upload.send("b.csv", file);

            assertThat(portal.words()).contains("Este archivo ya se había subido.", "a.csv");
            upload.send("c.csv", file.replace(";;;Sin", ";;Dos " + unique + ";Sin"))
                    .awaitEnd();
            assertThat(upload.made()).isEqualTo(1);
            assertThat(portal.words()).contains("Ya creados antes", "Dos " + unique);
            portal.lookAt("carga-repetida");
        }
        try (Portal portal = browser.on(Device.MOBILE)) {
            BulkUpload.of(portal.signIn(Person.DIEGO)).send("d.csv", file);

            assertThat(portal.words()).contains("Alguien de tu empresa ya subió este mismo archivo.");
            portal.lookAt("carga-errores");
        }
    }

    @Test
    void anOpenCaseOnTheSameParcelIsAWarningAndNoBar(Browser browser) {
        String row = "DELAY;RR100000140CL;Uno " + unique + ";Tarde;";
        String again = "DELAY;RR100000140CL;Dos " + unique + ";Tarde;";
        try (Portal portal = browser.on(Device.DESKTOP)) {
            BulkUpload upload = BulkUpload.of(portal.signIn(Person.DIEGO));

            upload.send("dos.csv", BulkUpload.csv(row, again)).awaitEnd();

            assertThat(upload.made()).isEqualTo(2);
            assertThat(portal.words())
                    .contains("Ya había un caso abierto con este envío: "
                            + upload.numbers().get(0));
        }
    }

    /** The template itself is filled in, as Excel would save it, and the portal does without scripts. */
    @Test
    void aFilledTemplateGoesInWithoutScript(Browser browser) throws IOException {
        try (Portal portal = browser.withoutScript(Device.MOBILE)) {
            BulkUpload upload = BulkUpload.of(portal.signIn(Person.CAMILA));
            byte[] template = portal.fetch("live/bulk/template?format=xlsx").body();

            upload.send("lleno.xlsx", "application/octet-stream", filled(template))
                    .refreshUntilEnd();

            assertThat(upload.made()).isEqualTo(1);
            assertThat(portal.words()).contains("De la plantilla " + unique, "Terminada");
        }
    }

    @Test
    void whatIsNoSheetIsRefusedInWords(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            BulkUpload upload = BulkUpload.of(portal.signIn(Person.ADMINISTRATOR));

            upload.send("foto.xlsx", "image/jpeg", new byte[] {1, 2, 3});
            assertThat(portal.words()).contains("No pudimos leer «foto.xlsx».");
            upload.send("x.csv", "Situación;Asunto;Peso\r\nOTHER;a;1");
            assertThat(portal.words())
                    .contains("No conocemos la columna «Peso».", "Falta la columna «Número de envío».");
            portal.lookAt("carga-sin-columnas");
            portal.press("Subir y crear casos");
            assertThat(portal.words()).contains("Elige el archivo que quieres subir.");
        }
        try (Portal portal = browser.on(Device.DESKTOP)) {
            assertThat(portal.signIn(Person.OPERATOR).statusOf("carga")).isEqualTo(403);
        }
    }

    private byte[] filled(byte[] template) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            Row row = book.getSheetAt(0).createRow(1);
            row.createCell(0).setCellValue("Otra consulta");
            row.createCell(2).setCellValue("De la plantilla " + unique);
            row.createCell(3).setCellValue("Consulta");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }
}
