package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DraftTextTest {

    private static final DraftText TYPED = new DraftText("RR123456785CL", "Llegó roto", "Una línea.\nOtra.", "");

    @Test
    void theSameWordsSayTheSameHoweverTheirLineEndsCame() {
        assertThat(TYPED.saysAs(new DraftText(" RR123456785CL", "Llegó roto ", "Una línea.\r\nOtra.", "")))
                .isTrue();
    }

    @Test
    void anyOtherFieldSaysSomethingElse() {
        assertThat(TYPED.saysAs(new DraftText("", "Llegó roto", "Una línea.\nOtra.", "")))
                .isFalse();
        assertThat(TYPED.saysAs(new DraftText("RR123456785CL", "No llegó", "Una línea.\nOtra.", "")))
                .isFalse();
        assertThat(TYPED.saysAs(new DraftText("RR123456785CL", "Llegó roto", "Una línea. Otra.", "")))
                .isFalse();
        assertThat(TYPED.saysAs(new DraftText("RR123456785CL", "Llegó roto", "Una línea.\nOtra.", "1.000")))
                .isFalse();
    }

    @Test
    void whiteSpaceIsNothingTyped() {
        assertThat(new DraftText(" ", "", "\r\n", "").isBlank()).isTrue();
        assertThat(new DraftText("", "", "", "1").isBlank()).isFalse();
    }
}
