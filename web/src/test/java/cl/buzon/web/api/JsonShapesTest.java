package cl.buzon.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.ActivityView;
import cl.buzon.desk.AttachmentView;
import cl.buzon.desk.CaseView;
import cl.buzon.desk.CategoryView;
import cl.buzon.desk.CompensationView;
import cl.buzon.desk.PersonView;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.LocalText;
import cl.buzon.shared.Page;
import cl.buzon.shared.UserId;
import cl.buzon.web.rest.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What programs read, member by member: a change here is a change of the contract. */
class JsonShapesTest {

    private static final ObjectMapper JSON = new Json().getContext(Object.class);
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-23T10:44:00Z");
    private static final PersonView MARCELA = new PersonView("Marcela Fuentes", "marcela.fuentes@buzon.example");
    private static final CompensationView ASKED =
            new CompensationView(CompensationState.REQUESTED, new Clp(45_000), null, null, null);
    private static final CategoryView.Evidence PHOTO = new CategoryView.Evidence(
            "PACKAGING_PHOTO", new LocalText("Foto", "Photo"), new LocalText("Toda la caja", "The whole box"), true);
    private static final CategoryView DAMAGE = new CategoryView(
            "DAMAGE",
            new LocalText("Llegó dañado", "Arrived damaged"),
            new LocalText("Se rompió", "It broke"),
            "box",
            true,
            true,
            List.of(PHOTO));

    @Test
    void aCase() throws JsonProcessingException {
        assertThat(write(CaseJson.of(view(MARCELA, new CaseNumber("CS0001000")))))
                .isEqualTo("""
                        {"number":"CS0001001","state":"OPEN","category":"DAMAGE","trackingNumber":"RR123456785CL",\
                        "subject":"Lámpara rota","description":"Llegó en pedazos","createdAt":"2026-11-23T10:44:00Z",\
                        "updatedAt":"2026-11-23T10:44:00Z",\
                        "executive":{"name":"Marcela Fuentes","email":"marcela.fuentes@buzon.example"},\
                        "compensation":{"state":"REQUESTED","claimedAmount":45000,"approvedAmount":null,"paidAmount":null},\
                        "missingEvidence":["PACKAGING_PHOTO"],"relatedTo":"CS0001000",\
                        "allowedActions":["close","withdraw"]}""");
    }

    @Test
    void whatACaseDoesNotHaveIsNull() throws JsonProcessingException {
        assertThat(write(CaseJson.of(view(null, null)))).contains("\"executive\":null", "\"relatedTo\":null");
    }

    @Test
    void aStretchOfAList() throws JsonProcessingException {
        assertThat(write(PageJson.of(new Page<>(List.of(1, 2), "next", "previous"), number -> "n" + number)))
                .isEqualTo("{\"items\":[\"n1\",\"n2\"],\"nextCursor\":\"next\"}");
    }

    @Test
    void theLastStretchHasNoCursor() throws JsonProcessingException {
        assertThat(write(PageJson.of(new Page<>(List.<Integer>of(), null, null), number -> number)))
                .isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }

    @Test
    void situationsInTheCallersLanguage() throws JsonProcessingException {
        assertThat(write(CategoryJson.of(DAMAGE, Locale.ENGLISH))).isEqualTo("""
                        {"code":"DAMAGE","name":"Arrived damaged","description":"It broke","compensable":true,\
                        "evidence":[{"code":"PACKAGING_PHOTO","name":"Photo","required":true}]}""");
    }

    @Test
    void aFileThatWentUp() throws JsonProcessingException {
        assertThat(write(new ItemsJson<>(List.of(AttachmentJson.of(file()))))).isEqualTo("""
                        {"items":[{"id":"00000000-0000-4000-8000-000000000001","name":"foto.jpg",\
                        "contentType":"image/jpeg","size":17,"sha256":"ab"}]}""");
    }

    @Test
    void eachActivityHasTheMembersOfItsType() throws JsonProcessingException {
        assertThat(extra(ActivityView.Type.MESSAGE)).isEqualTo("\"text\":\"Hola\"}");
        assertThat(extra(ActivityView.Type.FILE)).isEqualTo("""
                        "attachment":{"id":"00000000-0000-4000-8000-000000000001","name":"foto.jpg",\
                        "contentType":"image/jpeg","size":17,"sha256":"ab","evidence":"PACKAGING_PHOTO","messageId":null}}""");
        assertThat(extra(ActivityView.Type.STATE)).isEqualTo("\"from\":null,\"to\":\"NEW\",\"reason\":null}");
        assertThat(extra(ActivityView.Type.ASSIGNMENT))
                .isEqualTo("\"executive\":{\"name\":\"Marcela Fuentes\",\"email\":\"marcela.fuentes@buzon.example\"}}");
        assertThat(extra(ActivityView.Type.COMPENSATION)).isEqualTo("""
                        "compensation":{"state":"REQUESTED","claimedAmount":45000,"approvedAmount":null,"paidAmount":null}}""");
    }

    private static String extra(ActivityView.Type type) throws JsonProcessingException {
        String json = write(ActivityJson.of(activity(type)));
        String common = """
                {"id":"00000000-0000-4000-8000-000000000001","type":"%s","at":"2026-11-23T10:44:00Z",\
                "actor":{"name":"Camila Rojas","kind":"CUSTOMER"},""".formatted(type);
        assertThat(json).startsWith(common);
        return json.substring(common.length());
    }

    private static ActivityView activity(ActivityView.Type type) {
        return new ActivityView(
                ID,
                1,
                type,
                AT,
                "Camila Rojas",
                ActorKind.CUSTOMER,
                true,
                true,
                null,
                "Hola",
                file(),
                null,
                CaseState.NEW,
                null,
                MARCELA,
                ASKED);
    }

    private static AttachmentView file() {
        return new AttachmentView(
                new AttachmentId(ID), "foto.jpg", "image/jpeg", 17, "ab", "PACKAGING_PHOTO", null, AT);
    }

    private static CaseView view(@Nullable PersonView executive, @Nullable CaseNumber related) {
        return new CaseView(
                new CaseId(ID),
                new CaseNumber("CS0001001"),
                CaseState.OPEN,
                AT,
                DAMAGE,
                "RR123456785CL",
                "Lámpara rota",
                "Llegó en pedazos",
                AT,
                AT,
                "Andes Sur SpA",
                new UserId(ID),
                "Camila Rojas",
                executive,
                ASKED,
                null,
                List.of(PHOTO),
                related,
                List.of(CaseAction.CLOSE, CaseAction.WITHDRAW),
                true,
                false,
                3);
    }

    private static String write(Object json) throws JsonProcessingException {
        return JSON.writeValueAsString(json);
    }
}
