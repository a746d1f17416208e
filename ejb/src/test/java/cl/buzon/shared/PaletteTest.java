package cl.buzon.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {

    @ParameterizedTest
    @CsvSource({"#000000, #ffffff, 21", "#ffffff, #ffffff, 1", "#767676, #ffffff, 4.54", "#0000ff, #ffffff, 8.59"})
    void contrastIsWhatWcagSays(String one, String other, double expected) {
        assertThat(Shade.of(one).contrast(Shade.of(other))).isCloseTo(expected, within(0.01));
        assertThat(Shade.of(other).contrast(Shade.of(one))).isCloseTo(expected, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#12345", "#1234567", "#12345g", "#123456;}body{display:none"})
    void onlySixDigitsAreAColour(String hex) {
        assertThatThrownBy(() -> Shade.of(hex)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1d4586", "#8a1538", "#0b5d3b", "#5b2a86"})
    void whatFollowsFromOneDarkColourCanBeRead(String color) {
        assertThat(of(color).unreadable()).isEmpty();
    }

    @Test
    void aPaleColourIsReportedWithItsContrast() {
        assertThat(of("#ffd200").unreadable())
                .anyMatch(words ->
                        words.matches("buzon.brand.color: white letters on a button has a contrast of 1.4\\d:1"));
    }

    @Test
    void whatIsNotSetFollowsFromTheOneColourThatIs() {
        Map<String, String> settings = Map.of("color", "#8a1538", "color.stamp", "#c9a227");

        assertThat(Palette.read(name -> Optional.ofNullable(settings.get(name)).flatMap(Shade::parse)))
                .hasValueSatisfying(palette -> {
                    assertThat(palette)
                            .extracting(Palette::dark)
                            .isEqualTo(of("#8a1538").dark());
                    assertThat(palette.stamp()).contains(Shade.of("#c9a227"));
                });
        assertThat(Palette.read(name -> Shade.parse("red"))).isEmpty();
    }

    private static Palette of(String color) {
        return Palette.of(Shade.of(color), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
