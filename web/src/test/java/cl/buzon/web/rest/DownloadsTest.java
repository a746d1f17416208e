package cl.buzon.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadsTest {

    @Test
    void aNameIsSentTwiceOnceForEverybodyAndOnceAsItIs() {
        assertThat(Downloads.disposition("boleta nº 1.pdf"))
                .isEqualTo("attachment; filename=\"boleta n_ 1.pdf\"; filename*=UTF-8''boleta%20n%C2%BA%201.pdf");
    }

    @Test
    void aNameCannotEndTheHeader() {
        String header = Downloads.disposition("a\"; filename=\"b.exe\r\nSet-Cookie: x=y\u202E\\/%41");

        assertThat(header).doesNotContain("\r", "\n", "\u202E", "\\");
        assertThat(header).startsWith("attachment; filename=\"a_; filename=_b.exe__Set-Cookie: x=y____41\";");
        assertThat(header).contains("filename*=UTF-8''a%22%3B%20filename%3D%22b.exe%0D%0ASet-Cookie%3A");
    }
}
