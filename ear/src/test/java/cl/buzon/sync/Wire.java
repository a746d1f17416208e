package cl.buzon.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A line on this machine between somebody who calls and somebody who answers, that can be cut, slowed and jammed. What is
 * set holds for open connections as well as for new ones.
 */
final class Wire implements AutoCloseable {

    private enum Way {
        OPEN,
        /** So many bytes of the answers get through, then the connection is reset. */
        CUT,
        /** One byte of the answers at a time. */
        TRICKLE,
        /** Connections are taken, and nothing gets through any more. */
        JAMMED,
        /** Calls get through, answers do not. */
        ONE_WAY,
        /** So many bytes of the calls get through, then nothing any more. */
        STUCK
    }

    private final int target;
    private final int port;
    private final ExecutorService pumps = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Way way = Way.OPEN;
    private volatile long allowance;
    private volatile Duration pace = Duration.ZERO;
    private volatile CountDownLatch held = new CountDownLatch(1);
    private volatile CountDownLatch free = new CountDownLatch(0);
    private volatile @Nullable ServerSocket listener;

    /** @param target the port on this machine where somebody answers */
    Wire(int target) {
        this.target = target;
        ServerSocket first = listen(0);
        this.port = first.getLocalPort();
        accept(first);
    }

    int port() {
        return port;
    }

    /** All is well again; what was jammed goes on. */
    void mend() {
        way = Way.OPEN;
        free.countDown();
        if (listener == null) {
            accept(listen(port));
        }
    }

    /** Nobody answers the telephone: connections are refused, open ones reset. */
    void refuse() {
        ServerSocket closing = listener;
        listener = null;
        closeQuietly(closing);
        open.forEach(Wire::reset);
    }

    /** @param bytes of the answers on each connection that still get through */
    void cutAfter(long bytes) {
        allowance = bytes;
        way = Way.CUT;
    }

    void trickle(Duration between) {
        pace = between;
        way = Way.TRICKLE;
    }

    /** Half-open: connected, and silent. */
    void jam() {
        free = new CountDownLatch(1);
        way = Way.JAMMED;
    }

    /** Lets calls through and keeps the answers, so that who called does not know what became of it. */
    void holdAnswers() {
        held = new CountDownLatch(1);
        free = new CountDownLatch(1);
        way = Way.ONE_WAY;
    }

    /** @param bytes of the calls on each connection that still get through */
    void jamAfterAsked(long bytes) {
        allowance = bytes;
        held = new CountDownLatch(1);
        free = new CountDownLatch(1);
        way = Way.STUCK;
    }

    /** Waits until something has come that is being held. */
    void awaitHeld(Duration limit) {
        try {
            if (!held.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nothing came to be held");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Resets every connection there is. */
    void reset() {
        open.forEach(Wire::reset);
    }

    @Override
    public void close() {
        free.countDown();
        refuse();
        pumps.shutdownNow();
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket on) {
        listener = on;
        pumps.execute(() -> {
            while (!on.isClosed()) {
                try {
                    connect(on.accept());
                } catch (IOException closed) {
                    closeQuietly(on);
                }
            }
        });
    }

    private void connect(Socket caller) {
        try {
            Socket callee = new Socket(InetAddress.getLoopbackAddress(), target);
            caller.setTcpNoDelay(true);
            callee.setTcpNoDelay(true);
            open.add(caller);
            open.add(callee);
            pumps.execute(() -> pump(caller, callee, false));
            pumps.execute(() -> pump(callee, caller, true));
        } catch (IOException nobody) {
            reset(caller);
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        long passed = 0;
        byte[] buffer = new byte[16 * 1024];
        try (Socket source = from;
                Socket sink = to) {
            InputStream in = source.getInputStream();
            OutputStream out = sink.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                pass(buffer, read, out, answers, passed);
                passed += read;
            }
        } catch (IOException gone) {
            reset(from);
            reset(to);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void pass(byte[] bytes, int count, OutputStream out, boolean answers, long passed) throws IOException {
        Way now = way;
        if (now == Way.JAMMED || (answers && now == Way.ONE_WAY)) {
            if (answers) {
                held.countDown();
            }
            waitUntilFree();
        } else if (!answers && now == Way.STUCK && passed + count > allowance) {
            held.countDown();
            waitUntilFree();
        } else if (answers && now == Way.CUT) {
            long rest = Math.max(0, allowance - passed);
            out.write(bytes, 0, (int) Math.min(rest, count));
            if (rest < count) {
                throw new IOException("cut");
            }
            return;
        } else if (answers && now == Way.TRICKLE) {
            trickle(bytes, count, out);
            return;
        }
        out.write(bytes, 0, count);
    }

    private void trickle(byte[] bytes, int count, OutputStream out) throws IOException {
        for (int i = 0; i < count; i++) {
            out.write(bytes[i]);
            out.flush();
            if (way == Way.TRICKLE) {
                pause(pace);
            }
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void waitUntilFree() throws IOException {
        try {
            free.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closedAlready) {
            return;
        } finally {
            closeQuietly(socket);
        }
    }

    private static void closeQuietly(java.io.@Nullable Closeable one) {
        try {
            if (one != null) {
                one.close();
            }
        } catch (IOException nothingToClose) {
            System.getLogger(Wire.class.getName()).log(System.Logger.Level.DEBUG, "already closed", nothingToClose);
        }
    }
}
