package cl.buzon.connector.servicenow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Something on the other end of a line that behaves as no server should. */
final class RawInstance implements AutoCloseable {

    /** What becomes of a connection once a request has come in. */
    @FunctionalInterface
    interface Manner {
        void answer(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    RawInstance(Manner manner) {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(() -> {
            while (!door.isClosed()) {
                try {
                    Socket socket = door.accept();
                    open.add(socket);
                    threads.execute(() -> serve(socket, manner));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private static void serve(Socket socket, Manner manner) {
        try (socket) {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int one = in.read();
                if (one < 0) {
                    return;
                }
                head.append((char) one);
            }
            manner.answer(socket, socket.getOutputStream());
        } catch (IOException closed) {
            // As the test wants it
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    String url() {
        return "http://localhost:" + door.getLocalPort();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            door.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
