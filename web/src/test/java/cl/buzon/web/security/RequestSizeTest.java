package cl.buzon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestSizeTest {

    private static final long MIB = 1L << 20;
    private static final String FILES = "Multipart/form-data; boundary=x";
    private static final String TEXT = "application/x-www-form-urlencoded";

    private final RequestSize size = new RequestSize(30 * MIB);

    @Test
    void formsOfOrdinarySizeAreRead() {
        assertThat(size.refusal(FILES, 31 * MIB, null, true)).isEmpty();
        assertThat(size.refusal(TEXT, 20_000, null, true)).isEmpty();
        assertThat(size.refusal(null, -1, null, true)).isEmpty();
    }

    @Test
    void largerOnesAreNot() {
        assertThat(size.refusal(FILES, 31 * MIB + 1, null, true)).hasValue(413);
        assertThat(size.refusal(TEXT, MIB + 1, null, true)).hasValue(413);
        assertThat(size.refusal(null, Long.MAX_VALUE, null, true)).hasValue(413);
    }

    @Test
    void whereNoFilesGoNoneAreRead() {
        assertThat(size.refusal(FILES, MIB + 1, null, false)).hasValue(413);
    }

    @Test
    void aFormMustSayHowLongItIs() {
        assertThat(size.refusal(FILES, -1, "chunked", true)).hasValue(411);
    }
}
