package cl.buzon.inside;

import cl.buzon.desk.NewCase;
import cl.buzon.desk.NewCompensation;
import cl.buzon.desk.NewFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What people bring to the desks. */
final class Samples {

    private Samples() {}

    static NewCase aCase(String situation) {
        return aCase(situation, null);
    }

    static NewCase aCase(String situation, @Nullable Long claimed) {
        return new NewCase(situation, "RR123456785CL", "Un caso de prueba", "Para el servidor.", claimed, null);
    }

    static NewCompensation approved(long amount) {
        return new NewCompensation("APPROVED", amount, null);
    }

    static NewFile aFile(String name) {
        byte[] content = ("Contenido de " + name).getBytes(StandardCharsets.UTF_8);
        return new NewFile(name, null, () -> new ByteArrayInputStream(content));
    }
}
