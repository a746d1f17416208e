package cl.buzon.web.brand;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.Palette;
import cl.buzon.shared.Shade;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaletteCssTest {

    @Test
    void aColourOfTheirOwnIsTakenAsItIs() {
        Palette palette = Palette.of(
                Shade.of("#8a1538"),
                Optional.of(Shade.of("#ffb3c7")),
                Optional.of(Shade.of("#4a0b1e")),
                Optional.of(Shade.of("#c9a227")));

        assertThat(PaletteCss.of(palette))
                .startsWith(":root{--brand:light-dark(#8a1538,#ffb3c7);")
                .contains("--deep:light-dark(#4a0b1e,", "--stamp:#c9a227;")
                .endsWith("}\n");
    }
}
