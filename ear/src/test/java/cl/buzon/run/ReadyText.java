package cl.buzon.run;

import java.nio.file.Path;

/** What a person needs to know once the portal answers. */
final class ReadyText {

    private ReadyText() {}

    static String of(PortalServer server, Path dataFolder, OtherSide other) {
        return """

                Buzón está listo / is ready:   %s

                  Iniciar sesión / sign in with the password   Buzon-demo-2026   as
                    camila@andessur.example      cliente / customer
                    admin@andessur.example       administra su empresa / company administrator
                    paula@pacifico.example       cliente de otra empresa / customer of another company
                    operador@buzon.example       operador / operator
                %s  API: Authorization: Bearer buzon-demo-andessur (customer), buzon-demo-staff (executive)
                  Salud / health: %shealth   Datos / data: %s

                Ctrl-C detiene todo / stops everything.
                """.formatted(server.portal(), other.words(server), server.management(), dataFolder);
    }
}
