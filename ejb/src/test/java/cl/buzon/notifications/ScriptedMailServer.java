package cl.buzon.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** A mail server that answers each command as it is told to, once for one mail. */
final class ScriptedMailServer implements AutoCloseable {

    private final ServerSocket door;
    private final Map<String, String> answers;

    private ScriptedMailServer(ServerSocket door, Map<String, String> answers) {
        this.door = door;
        this.answers = answers;
    }

    /** @param answers by the first four letters of a command; everything else is taken */
    static ScriptedMailServer start(Map<String, String> answers) {
        try {
            ScriptedMailServer server =
                    new ScriptedMailServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), answers);
            Thread talking = new Thread(server::talk);
            talking.setDaemon(true);
            talking.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    private void talk() {
        try (Socket caller = door.accept();
                BufferedReader heard =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = caller.getOutputStream()) {
            say(out, "220 scripted");
            for (String line = heard.readLine(); line != null; line = heard.readLine()) {
                String command = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                say(out, answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 fine"));
            }
        } catch (IOException gone) {
            // The mail was refused, which is all that is asked of it
        }
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
