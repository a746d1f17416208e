package cl.buzon.desk;

import cl.buzon.shared.Rut;
import java.util.Optional;
import java.util.stream.Stream;

/** As many valid tax numbers as a test needs. */
final class SomeRut {

    private SomeRut() {}

    static Rut of(int number) {
        return Stream.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "K")
                .map(check -> Rut.parse(number + check))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
