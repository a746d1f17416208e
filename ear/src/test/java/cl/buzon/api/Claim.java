package cl.buzon.api;

import cl.buzon.systems.Api;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A case whose history has an entry of every kind, one that is closed, and a file. */
record Claim(String number, String closed, String file) {

    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    static Claim withEverything(Api api) {
        String number = api.openCase("Descrito entero");
        api.asCamila().body(Map.of("text", "Hola")).post("/cases/{number}/messages", number);
        String file = pdf(api.asCamila())
                .post("/cases/{number}/attachments", number)
                .then()
                .statusCode(201)
                .extract()
                .path("items[0].id");
        api.withToken("buzon-demo-staff")
                .body("{\"state\":\"APPROVED\",\"approvedAmount\":45000}")
                .put("/staff/cases/{number}/compensation", number)
                .then()
                .statusCode(200);
        String closed = api.openCase("Descrito y cerrado");
        api.asCamila()
                .body(Map.of("reason", "Apareció."))
                .post("/cases/{number}/actions/close", closed)
                .then()
                .statusCode(200);
        return new Claim(number, closed, file);
    }

    static RequestSpecification pdf(RequestSpecification request) {
        return file(request, "boleta.pdf", PDF);
    }

    static RequestSpecification svg(RequestSpecification request) {
        return file(request, "dibujo.svg", "<svg/>".getBytes(StandardCharsets.UTF_8));
    }

    private static RequestSpecification file(RequestSpecification request, String name, byte[] content) {
        return request.contentType("multipart/form-data").multiPart("file", name, content, "application/pdf");
    }
}
