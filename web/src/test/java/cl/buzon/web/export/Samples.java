package cl.buzon.web.export;

import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.LocalText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Rows and headings to write reports of. */
final class Samples {

    static final Locale SPANISH = Locale.forLanguageTag("es-CL");
    static final Instant ISSUED = Instant.parse("2026-11-23T13:58:00Z");

    /** The third one is in winter time, an hour behind the others. */
    static final List<CaseRow> CASES = List.of(
            row(48213, "Lámpara de cerámica llegó rota", CaseState.AWAITING_INFO, CompensationState.UNDER_REVIEW, 0),
            row(48066, "Caja de 3 \"frascos\"; rota", CaseState.RESOLVED, CompensationState.APPROVED, 24_990),
            new CaseRow(
                    CaseNumber.of("CS", 47_790),
                    "No pasaron a retirar",
                    "PICKUP_FAILURE",
                    new LocalText("Retiro no efectuado", "Pickup failed"),
                    null,
                    CaseState.CLOSED,
                    CompensationState.NOT_REQUESTED,
                    false,
                    null,
                    null,
                    null,
                    null,
                    Instant.parse("2026-07-05T15:05:00Z"),
                    Instant.parse("2026-07-06T03:30:59Z"),
                    null,
                    null,
                    "Diego Soto"),
            row(47655, "Entregado en otra dirección de Ñuñoa", CaseState.CLOSED, CompensationState.PAID, 1_018_990));

    private Samples() {}

    /** @param amount 0 for none */
    static CaseRow row(int number, String subject, CaseState state, CompensationState compensation, long amount) {
        return new CaseRow(
                CaseNumber.of("CS", number),
                subject,
                "DAMAGE",
                new LocalText("Llegó dañado", "Arrived damaged"),
                "CP473124829CL",
                state,
                compensation,
                true,
                null,
                null,
                null,
                amount == 0 ? null : new Clp(amount),
                Instant.parse("2026-11-18T13:58:00Z"),
                Instant.parse("2026-11-20T20:05:00Z"),
                "Marcela Fuentes",
                "marcela.fuentes@buzon.example",
                "Camila Rojas");
    }

    /** A case of which somebody has filled every text with the same. */
    static CaseRow rowOf(String text) {
        return new CaseRow(
                CaseNumber.of("CS", 1),
                text,
                "OTHER",
                new LocalText(text, text),
                text,
                CaseState.OPEN,
                CompensationState.REQUESTED,
                true,
                null,
                null,
                null,
                null,
                ISSUED,
                ISSUED,
                text,
                text,
                text);
    }

    static ReportHeading heading(Locale language) {
        return new ReportHeading(
                "Portal de Reclamos",
                "Buzón",
                true,
                ReportColors.USUAL,
                "Andes Sur SpA · RUT 76.412.883-4",
                "Camila Rojas",
                List.of("Estados: todos", "Creados entre el 01-08-2026 y el 23-11-2026"),
                ISSUED,
                language);
    }

    static ReportHeading headingOf(String text) {
        return new ReportHeading(text, text, true, ReportColors.USUAL, text, text, List.of(text), ISSUED, SPANISH);
    }

    static byte[] write(ReportFormat format, ReportHeading heading, List<CaseRow> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CaseReport(format, heading, words()).write(out, writeAll(rows));
        return out.toByteArray();
    }

    static Consumer<Consumer<CaseRow>> writeAll(List<CaseRow> rows) {
        return rows::forEach;
    }

    static CaseWords words() {
        return new CaseWords() {
            @Override
            public String state(CaseState state) {
                return switch (state) {
                    case NEW -> "Recibido";
                    case OPEN -> "En análisis";
                    case AWAITING_INFO -> "Espera tu respuesta";
                    case RESOLVED -> "Resuelto";
                    case CLOSED -> "Cerrado";
                    case CANCELLED -> "Anulado";
                };
            }

            @Override
            public String compensation(CaseRow row) {
                return switch (row.compensation()) {
                    case NOT_REQUESTED -> row.compensable() ? "Sin solicitud" : "No aplica";
                    case UNDER_REVIEW -> "En evaluación";
                    case APPROVED -> "Aprobada";
                    case PAID -> "Pagada";
                    default -> "Otra";
                };
            }
        };
    }
}
