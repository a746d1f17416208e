package cl.buzon.api;

import cl.buzon.systems.Api;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.function.BiFunction;

/** Every call of the API at least once as it should be, and as often as there are ways to be refused. */
@SuppressWarnings("ImmutableEnumChecker")
enum DescribedCall {
    CATEGORIES("GET /categories", 200, (api, claim) -> api.asCamila().get("/categories")),
    CATEGORIES_OF_NOBODY(
            "GET /categories", 401, (api, claim) -> api.withoutToken().get("/categories")),

    LIST("GET /cases", 200, (api, claim) -> api.asCamila().get("/cases?limit=20&sort=-amount")),
    LIST_OF_A_STRANGE_STATE("GET /cases", 400, (api, claim) -> api.asCamila().get("/cases?state=GONE&from=x")),
    LIST_WITH_A_BAD_CURSOR("GET /cases", 400, (api, claim) -> api.asCamila().get("/cases?cursor=bm8")),
    LIST_WITH_A_MISSPELT_FILTER(
            "GET /cases", 400, (api, claim) -> api.asCamila().get("/cases?estado=NEW&sort=amount&sort=amount")),
    LIST_OF_NOBODY("GET /cases", 401, (api, claim) -> api.withToken("wrong").get("/cases")),
    LIST_OF_STAFF("GET /cases", 403, (api, claim) -> staff(api).get("/cases")),
    LIST_DELETED("GET /cases", 405, (api, claim) -> api.asCamila().delete("/cases")),
    LIST_AS_XML("GET /cases", 406, (api, claim) -> api.asCamila()
            .accept("application/xml")
            .get("/cases")),

    OPEN("POST /cases", 201, (api, claim) -> open(api, """
            {"category":"LOSS","trackingNumber":"RR123456785CL","subject":"A","description":"B","claimedAmount":1}""")),
    OPEN_WITHOUT_PARCEL("POST /cases", 201, (api, claim) -> open(api, """
            {"category":"OTHER","trackingNumber":null,"subject":"A","description":"B"}""")),
    OPEN_UNDER_A_BAD_KEY("POST /cases", 400, (api, claim) -> api.asCamila()
            .header("Idempotency-Key", "con espacio")
            .body("{}")
            .post("/cases")),
    OPEN_BROKEN("POST /cases", 400, (api, claim) -> open(api, "{")),
    OPEN_NOTHING("POST /cases", 400, (api, claim) -> open(api, "null")),
    OPEN_WITH_TOO_MUCH("POST /cases", 400, (api, claim) -> open(api, "{\"state\":\"PAID\"}")),
    OPEN_WITH_A_WRONG_TYPE("POST /cases", 400, (api, claim) -> open(api, "{\"claimedAmount\":1.5}")),
    OPEN_BY_NOBODY(
            "POST /cases", 401, (api, claim) -> api.withoutToken().body("{}").post("/cases")),
    OPEN_TOO_LARGE("POST /cases", 413, (api, claim) -> open(api, "{\"subject\":\"" + "a".repeat(300_000) + "\"}")),
    OPEN_AS_XML("POST /cases", 415, (api, claim) -> api.asCamila()
            .contentType("application/xml")
            .body("<a/>")
            .post("/cases")),
    OPEN_EMPTY("POST /cases", 422, (api, claim) -> open(api, "{}")),
    OPEN_WRONG("POST /cases", 422, (api, claim) -> open(api, """
            {"category":"LOSS","trackingNumber":"RR123456789CL","subject":"A","description":"B","claimedAmount":-1}""")),

    EXPORT("GET /cases/export", 200, (api, claim) -> export(api, "csv")),
    EXPORT_TO_EXCEL("GET /cases/export", 200, (api, claim) -> export(api, "xlsx")),
    EXPORT_TO_PAPER("GET /cases/export", 200, (api, claim) -> export(api, "pdf")),
    EXPORT_TO_NOTHING("GET /cases/export", 400, (api, claim) -> export(api, "doc")),
    EXPORT_OF_STAFF("GET /cases/export", 403, (api, claim) -> staff(api).get("/cases/export?format=csv")),

    BATCH("POST /cases/batch", 200, (api, claim) -> api.asCamila().body("""
            [{"category":"OTHER","subject":"A","description":"B"},{"category":"NOPE"}]""").post("/cases/batch")),
    BATCH_OF_NOTHING(
            "POST /cases/batch", 400, (api, claim) -> api.asCamila().body("{}").post("/cases/batch")),
    BATCH_OF_TOO_MANY("POST /cases/batch", 422, (api, claim) -> api.asCamila()
            .body("[" + "{},".repeat(1000) + "{}]")
            .post("/cases/batch")),

    CASE("GET /cases/{number}", 200, (api, claim) -> api.asCamila().get("/cases/" + claim.number())),
    CASE_THAT_IS_THE_SAME("GET /cases/{number}", 304, (api, claim) -> api.asCamila()
            .header(
                    "If-None-Match",
                    api.asCamila().get("/cases/" + claim.closed()).header("ETag"))
            .get("/cases/" + claim.closed())),
    CASE_OF_ANOTHER("GET /cases/{number}", 404, (api, claim) -> api.asPaula().get("/cases/" + claim.number())),
    CASE_OF_NOBODY(
            "GET /cases/{number}", 401, (api, claim) -> api.withoutToken().get("/cases/" + claim.number())),

    EVENTS("GET /events", 200, (api, claim) -> api.asCamila().get("/events?limit=200")),
    EVENTS_AFTER_NOWHERE("GET /events", 400, (api, claim) -> api.asCamila().get("/events?after=nowhere")),
    EVENTS_OF_NOBODY("GET /events", 401, (api, claim) -> api.withoutToken().get("/events")),
    EVENTS_OF_STAFF("GET /events", 403, (api, claim) -> staff(api).get("/events")),

    WEBHOOKS("GET /webhooks", 200, (api, claim) -> administrator(api).get("/webhooks")),
    WEBHOOKS_OF_A_COLLEAGUE("GET /webhooks", 403, (api, claim) -> api.asCamila().get("/webhooks")),
    ADD_WEBHOOK("POST /webhooks", 201, (api, claim) -> addWebhook(api, "http://localhost:1234/described")),
    ADD_WEBHOOK_INSIDE("POST /webhooks", 422, (api, claim) -> addWebhook(api, "https://10.0.0.1/")),
    WEBHOOK("GET /webhooks/{id}", 200, (api, claim) -> administrator(api).get("/webhooks/" + webhook(api))),
    WEBHOOK_OF_NOBODY(
            "GET /webhooks/{id}", 404, (api, claim) -> administrator(api).get("/webhooks/" + UUID.randomUUID())),
    SWITCH_OFF("PATCH /webhooks/{id}", 200, (api, claim) -> administrator(api)
            .body("{\"enabled\":false}")
            .patch("/webhooks/" + webhook(api))),
    SWITCH_HALFWAY("PATCH /webhooks/{id}", 400, (api, claim) -> administrator(api)
            .body("{\"enabled\":\"half\"}")
            .patch("/webhooks/" + webhook(api))),
    REMOVE_WEBHOOK("DELETE /webhooks/{id}", 204, (api, claim) -> administrator(api)
            .delete("/webhooks/"
                    + addWebhook(api, "http://localhost:1234/removed").path("id"))),
    RENEW_SECRET("POST /webhooks/{id}/secret", 200, (api, claim) -> administrator(api)
            .post("/webhooks/" + webhook(api) + "/secret")),
    PING("POST /webhooks/{id}/ping", 202, (api, claim) -> ping(api, webhook(api))),
    DELIVERIES("GET /webhooks/{id}/deliveries", 200, (api, claim) -> administrator(api)
            .get("/webhooks/" + webhook(api) + "/deliveries?state=PENDING")),
    DELIVERIES_GONE("GET /webhooks/{id}/deliveries", 400, (api, claim) -> administrator(api)
            .get("/webhooks/" + webhook(api) + "/deliveries?state=GONE")),
    REPLAY("POST /webhooks/{id}/deliveries/{deliveryId}/replay", 202, (api, claim) -> {
        String webhook = webhook(api);
        String delivery = ping(api, webhook).path("id");
        return administrator(api).post("/webhooks/" + webhook + "/deliveries/" + delivery + "/replay");
    }),

    HISTORY("GET /cases/{number}/activities", 200, (api, claim) -> customer(api, claim)
            .get("activities")),
    HISTORY_WITHOUT_END("GET /cases/{number}/activities", 400, (api, claim) -> customer(api, claim)
            .get("activities?limit=201")),
    HISTORY_OF_ANOTHER("GET /cases/{number}/activities", 404, (api, claim) -> api.asPaula()
            .get("/cases/" + claim.number() + "/activities")),

    WRITE("POST /cases/{number}/messages", 201, (api, claim) -> write(customer(api, claim), "Hola")),
    WRITE_NOTHING("POST /cases/{number}/messages", 422, (api, claim) -> write(customer(api, claim), "")),
    WRITE_TOO_LATE(
            "POST /cases/{number}/messages",
            409,
            (api, claim) -> write(api.asCamila().basePath("/cases/" + claim.closed()), "Hola")),

    ATTACH("POST /cases/{number}/attachments", 201, (api, claim) -> Claim.pdf(customer(api, claim))
            .post("attachments")),
    ATTACH_A_DRAWING("POST /cases/{number}/attachments", 422, (api, claim) -> Claim.svg(customer(api, claim))
            .post("attachments")),
    ATTACH_TEXT("POST /cases/{number}/attachments", 415, (api, claim) -> customer(api, claim)
            .body("{}")
            .post("attachments")),

    DOWNLOAD("GET /cases/{number}/attachments/{id}", 200, (api, claim) -> customer(api, claim)
            .accept("*/*")
            .get("attachments/" + claim.file())),
    DOWNLOAD_NOTHING("GET /cases/{number}/attachments/{id}", 404, (api, claim) -> customer(api, claim)
            .get("attachments/00000000-0000-0000-0000-000000000001")),

    CLOSE("POST /cases/{number}/actions/{action}", 200, (api, claim) -> api.asCamila()
            .body("{\"reason\":\"Apareció.\"}")
            .post("/cases/" + api.openCase("Se cierra") + "/actions/close")),
    CLOSE_WITHOUT_A_WORD("POST /cases/{number}/actions/{action}", 422, (api, claim) -> customer(api, claim)
            .post("actions/close")),
    CLOSE_WHAT_HAS_MOVED("POST /cases/{number}/actions/{action}", 412, (api, claim) -> customer(api, claim)
            .header("If-Match", "\"0.old\"")
            .body("{\"reason\":\"Apareció.\"}")
            .post("actions/close")),
    ACCEPT_NOTHING("POST /cases/{number}/actions/{action}", 409, (api, claim) -> customer(api, claim)
            .post("actions/accept")),
    ACT_LIKE_STAFF("POST /cases/{number}/actions/{action}", 404, (api, claim) -> customer(api, claim)
            .post("actions/resolve")),

    ANSWER("POST /staff/cases/{number}/messages", 201, (api, claim) -> write(staff(api, claim), "Hola")),
    ANSWER_AS_A_CUSTOMER(
            "POST /staff/cases/{number}/messages",
            403,
            (api, claim) -> write(api.asCamila().basePath("/staff/cases/" + claim.number()), "Hola")),
    RING_NO_BELL("POST /hooks/{system}", 404, (api, claim) -> api.withoutToken()
            .body("{}")
            .post("/hooks/servicenow")),

    NOTE("POST /staff/cases/{number}/notes", 201, (api, claim) -> staff(api, claim)
            .body("{\"text\":\"Nota\"}")
            .post("notes")),
    HAND_OVER("POST /staff/cases/{number}/attachments", 201, (api, claim) -> Claim.pdf(staff(api, claim))
            .post("attachments")),
    RESOLVE("POST /staff/cases/{number}/actions/{action}", 200, (api, claim) -> staff(api)
            .body("{\"reason\":\"Apareció.\"}")
            .post("/staff/cases/" + api.openCase("Se resuelve") + "/actions/resolve")),
    CANCEL_OUT_OF_BOREDOM("POST /staff/cases/{number}/actions/{action}", 422, (api, claim) -> staff(api, claim)
            .body("{\"reason\":\"BORED\"}")
            .post("actions/cancel")),
    APPROVE(
            "PUT /staff/cases/{number}/compensation",
            200,
            (api, claim) -> compensate(api, claim, "{\"state\":\"APPROVED\",\"approvedAmount\":45000}")),
    APPROVE_NOTHING(
            "PUT /staff/cases/{number}/compensation",
            422,
            (api, claim) -> compensate(api, claim, "{\"state\":\"OWED\"}"));

    private final String route;
    private final int status;
    private final BiFunction<Api, Claim, Response> call;

    DescribedCall(String route, int status, BiFunction<Api, Claim, Response> call) {
        this.route = route;
        this.status = status;
        this.call = call;
    }

    String route() {
        return route;
    }

    int status() {
        return status;
    }

    Response make(Api api, Claim claim) {
        return call.apply(api, claim);
    }

    private static Response open(Api api, String body) {
        return api.asCamila().body(body).post("/cases");
    }

    private static Response export(Api api, String format) {
        return api.asCamila().accept("*/*").get("/cases/export?format=" + format);
    }

    private static Response write(RequestSpecification request, String text) {
        return request.body("{\"text\":\"" + text + "\"}").post("messages");
    }

    private static Response compensate(Api api, Claim claim, String body) {
        return staff(api, claim).body(body).put("compensation");
    }

    private static RequestSpecification customer(Api api, Claim claim) {
        return api.asCamila().basePath("/cases/" + claim.number());
    }

    private static RequestSpecification staff(Api api, Claim claim) {
        return staff(api).basePath("/staff/cases/" + claim.number());
    }

    private static RequestSpecification staff(Api api) {
        return api.withToken("buzon-demo-staff");
    }

    private static RequestSpecification administrator(Api api) {
        return api.withToken("buzon-demo-admin");
    }

    private static Response addWebhook(Api api, String url) {
        return administrator(api).body("{\"url\":\"" + url + "\"}").post("/webhooks");
    }

    private static Response ping(Api api, String webhook) {
        return administrator(api).post("/webhooks/" + webhook + "/ping");
    }

    /** One that is there, or a new one: there may be only a few. */
    private static String webhook(Api api) {
        String first = administrator(api).get("/webhooks").path("items[0].id");
        return first == null
                ? addWebhook(api, "http://localhost:1234/described").path("id")
                : first;
    }
}
