package cl.buzon.whole;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.PortalTest;
import cl.buzon.systems.RunningPortal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@PortalTest
class FiguresIT {

    @Test
    void withoutAnAddressNothingIsCollectedAndNobodyIsToldSo(RunningPortal portal) throws IOException {
        String log = Files.readString(portal.log()).toLowerCase(Locale.ROOT);

        assertThat(log).doesNotContain("opentelemetry").doesNotContain("vert.x").doesNotContain("otlp");
    }
}
