package cl.buzon.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.desk.NewCase;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.web.rest.JsonRows.Row;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {

    @Test
    void rowsComeInTheirOrder() throws IOException {
        List<Row<NewCase>> rows = read("[{\"subject\":\"uno\"},{\"subject\":\"dos\"}]");

        assertThat(rows).allSatisfy(row -> assertThat(row.faults()).isEmpty());
        assertThat(rows)
                .extracting(row -> Objects.requireNonNull(row.value()).subject())
                .containsExactly("uno", "dos");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nope\":1} | nope | UNKNOWN_FIELD",
                "{\"claimedAmount\":\"1\"} | claimedAmount | WRONG_TYPE",
                "{\"subject\":5} | subject | WRONG_TYPE",
                "5 | '' | WRONG_TYPE",
                "null | '' | WRONG_TYPE",
                "[] | '' | WRONG_TYPE"
            })
    void aWrongRowSpoilsNoOther(String wrong, String field, String code) throws IOException {
        List<Row<NewCase>> rows = read("[{\"subject\":\"uno\"}," + wrong + ",{\"subject\":\"tres\"}]");

        assertThat(rows.get(0).value()).isNotNull();
        assertThat(rows.get(1).value()).isNull();
        assertThat(rows.get(1).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.code()).isEqualTo(code);
        });
        assertThat(rows.get(2).value()).isNotNull();
    }

    @Test
    void noRowsAreFine() throws IOException {
        assertThat(read("[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{}",
                "[{},]",
                "[{}] x",
                "[{\"subject\":\"a\",\"subject\":\"b\"}]",
                "[{\"a\":\"\\u00zz\"}]",
                "[\"\\x\"]",
                "[01]"
            })
    void whatIsNoJsonIsRefusedAsAWhole(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOfAny(JsonProcessingException.class, BadRequest.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "5", "null"})
    void whatIsNoArrayIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(BadRequest.class);
    }

    @Test
    void thereIsALimit() {
        assertThatThrownBy(() -> read("[{},{},{},{}]"))
                .isInstanceOfSatisfying(Refusal.InvalidInput.class, refused -> assertThat(refused.faults())
                        .containsExactly(Fault.of("rows", "TOO_MANY_ROWS", 3)));
    }

    @Test
    void manyLargeRowsMayBeLargerTogether() throws IOException {
        String large = "{\"description\":\"" + "d".repeat(200_000) + "\"}";

        assertThat(read("[" + large + "," + large + "," + large + "]")).hasSize(3);
    }

    @Test
    void nothingIsHandedOutBeforeTheEndWasSeen() {
        List<Integer> opened = new ArrayList<>();

        assertThatThrownBy(() -> {
                    try (JsonRows rows = receive("[{},{},{\"a\":]")) {
                        rows.each(NewCase.class, (place, row) -> opened.add(place));
                    }
                })
                .isInstanceOf(JsonProcessingException.class);

        assertThat(opened).isEmpty();
    }

    @Test
    void noFileIsLeftBehind() throws IOException {
        long before = files();

        read("[{}]");
        assertThatThrownBy(() -> read("[{}")).isInstanceOf(JsonProcessingException.class);

        assertThat(files()).isEqualTo(before);
    }

    private static long files() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.getFileName().toString().startsWith("buzon-rows"))
                    .count();
        }
    }

    private static List<Row<NewCase>> read(String body) throws IOException {
        try (JsonRows rows = receive(body)) {
            return rows.each(NewCase.class, (place, row) -> row);
        }
    }

    private static JsonRows receive(String body) throws IOException {
        return JsonRows.receive(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), 3);
    }
}
