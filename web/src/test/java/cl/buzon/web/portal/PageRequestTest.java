package cl.buzon.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageRequestTest {

    @Test
    void whatWasSentHasNoNulAndNoSpaceAroundIt() {
        assertThat(PageRequest.tidy("\0")).isEmpty();
        assertThat(PageRequest.tidy(" \0 andes\0 sur ")).isEqualTo("andes sur");
    }
}
