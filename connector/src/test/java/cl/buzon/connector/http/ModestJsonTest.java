package cl.buzon.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModestJsonTest {

    /** A database takes none, and one text with one would keep a whole page away for ever. */
    @ParameterizedTest
    @CsvSource({"a\\u0000b, ab", "\\u0000, ''", "a\\\\u0000b, a\\u0000b", "a\\\\\\u0000b, a\\b", "\\n\\u00001, '\n1'"})
    void aTextHasNoNul(String written, String read) {
        Answer answer = new Answer(
                200,
                HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (name, value) -> true),
                "{\"file\\u0000_name\":\"" + written + "\"}",
                true);

        assertThat(ModestJson.of(answer))
                .isInstanceOfSatisfying(JsonObject.class, json -> assertThat(json.getString("file_name"))
                        .isEqualTo(read));
    }
}
