package cl.buzon.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void capitalsAndSpacesAroundMakeNoOtherAddress() {
        assertThat(new EmailAddress(" Camila@AndesSur.example "))
                .isEqualTo(new EmailAddress("camila@andessur.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "camila",
                "camila@",
                "@andessur.example",
                "camila@andessur",
                "camila@andessur..example",
                "ca mila@andessur.example",
                "a@b.example\r\nBcc: c@d.example",
                "Camila <camila@andessur.example>"
            })
    void otherFormsAreNoAddress(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }
}
