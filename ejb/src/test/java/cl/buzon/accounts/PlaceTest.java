package cl.buzon.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void anOldAddressIsItsOwnPlace() {
        assertThat(Place.of("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void allAddressesOfANewNetworkAreOnePlace() {
        assertThat(Place.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Place.of("2001:db8:1:2::1"));
        assertThat(Place.of("2001:db8:1:2::1")).isNotEqualTo(Place.of("2001:db8:1:3::1"));
    }

    @Test
    void anOldAddressInNewClothesIsTheOldOne() {
        assertThat(Place.of("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void whatIsNoAddressIsItsOwnPlace() {
        assertThat(Place.of("unknown")).isEqualTo("unknown");
    }
}
