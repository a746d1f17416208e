package cl.buzon.connector.servicenow;

import static cl.buzon.connector.servicenow.Connected.TICKET;
import static cl.buzon.connector.servicenow.FailuresTest.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.connector.http.Line;
import cl.buzon.connector.spi.OutgoingFile;
import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LineTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static ServiceNow hasty(String url) {
        return Connected.to(
                Connected.hasty(Connected.settings(url, Map.of()), Duration.ofMillis(200), Duration.ofMillis(400)),
                new MovableClock(),
                (call, took, outcome) -> {});
    }

    private static void judge(
            RawInstance instance, Class<? extends RemoteFailure> read, Class<? extends RemoteFailure> written) {
        ServiceNow serviceNow = hasty(instance.url());
        assertThat(failure(() -> serviceNow.read(TICKET))).isInstanceOf(read);
        assertThat(failure(() -> serviceNow.say(TICKET, "hola"))).isInstanceOf(written);
    }

    @Test
    void givesUpOnASlowAnswerHoweverItTrickles() {
        try (RawInstance instance = new RawInstance((socket, out) -> {
            out.write(RawInstance.bytes(HEAD + "Content-Length: 100000\r\n\r\n"));
            while (true) {
                out.write(' ');
                out.flush();
                Thread.sleep(50);
            }
        })) {
            judge(instance, RemoteFailure.Unreachable.class, RemoteFailure.OutcomeUnknown.class);
        }
    }

    @Test
    void whoNeverAnswersMayStillBeAtIt() {
        try (RawInstance instance = new RawInstance((socket, out) -> Thread.sleep(60_000))) {
            ServiceNow serviceNow = hasty(instance.url());
            assertThat(failure(() -> serviceNow.read(TICKET))).isInstanceOf(RemoteFailure.Unreachable.class);
            assertThat(failure(() -> serviceNow.say(TICKET, "hola")))
                    .isInstanceOfSatisfying(
                            RemoteFailure.OutcomeUnknown.class,
                            unknown -> assertThat(unknown.mayStillRun()).isTrue());
        }
    }

    @Test
    void aConnectionThatBreaksLeavesAWriteOpen() {
        try (RawInstance instance = new RawInstance((socket, out) -> socket.setSoLinger(true, 0))) {
            judge(instance, RemoteFailure.Unreachable.class, RemoteFailure.OutcomeUnknown.class);
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNoLongerRunning() {
        try (RawInstance instance = new RawInstance(
                (socket, out) -> out.write(RawInstance.bytes(HEAD + "Content-Length: 500\r\n\r\n{\"result\":{")))) {
            ServiceNow serviceNow = hasty(instance.url());
            assertThat(failure(() -> serviceNow.say(TICKET, "hola")))
                    .isInstanceOfSatisfying(
                            RemoteFailure.OutcomeUnknown.class,
                            unknown -> assertThat(unknown.mayStillRun()).isFalse());
        }
    }

    @Test
    void aRefusalWhoseWordsAreLostIsStillOne() {
        try (RawInstance instance = new RawInstance(
                (socket, out) -> out.write(
                        RawInstance.bytes(
                                "HTTP/1.1 429 Too Many\r\nRetry-After: 7\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{")))) {
            judge(instance, RemoteFailure.Throttled.class, RemoteFailure.Throttled.class);
        }
    }

    @Test
    void whatIsLargerThanItSaysIsNotKept() {
        try (RawInstance instance = new RawInstance((socket, out) -> {
            out.write(RawInstance.bytes(HEAD + "Transfer-Encoding: chunked\r\n\r\n"));
            byte[] chunk = "x".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            while (true) {
                out.write(RawInstance.bytes("100000\r\n"));
                out.write(chunk);
                out.write(RawInstance.bytes("\r\n"));
            }
        })) {
            ServiceNow serviceNow = Connected.to(instance.url(), new MovableClock());
            assertThat(failure(() -> serviceNow.read(TICKET)))
                    .isInstanceOf(RemoteFailure.Unreachable.class)
                    .hasMessageContaining("larger");
        }
    }

    @Test
    void readsWhatWasZippedButNoBombs() throws IOException {
        byte[] row = zipped(RawInstance.bytes(Connected.result(Connected.row(""))));
        byte[] bomb = zipped(new byte[Line.MAX_BODY + 100]);
        AtomicInteger calls = new AtomicInteger();
        try (RawInstance instance = new RawInstance((socket, out) -> {
            byte[] body = calls.getAndIncrement() == 0 ? row : bomb;
            out.write(RawInstance.bytes(HEAD + "Content-Encoding: gzip\r\nConnection: close\r\nContent-Length: "
                    + body.length + "\r\n\r\n"));
            out.write(body);
        })) {
            ServiceNow serviceNow = Connected.to(instance.url(), new MovableClock());
            assertThat(serviceNow.read(TICKET).number()).isEqualTo("CS0005005");
            assertThat(failure(() -> serviceNow.read(TICKET))).isInstanceOf(RemoteFailure.Unreachable.class);
        }
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        }
        return bytes.toByteArray();
    }

    @Test
    void whatNeverWentOutCanBeRepeated() throws IOException {
        int nobody;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = gone.getLocalPort();
        }
        ServiceNow closed = hasty("http://localhost:" + nobody);
        ServiceNow nameless = hasty("https://nobody.invalid");
        try (RawInstance plain = new RawInstance((socket, out) -> out.write(RawInstance.bytes("no TLS here")))) {
            ServiceNow insecure = hasty(plain.url().replace("http:", "https:"));
            for (ServiceNow serviceNow : new ServiceNow[] {closed, nameless, insecure}) {
                assertThat(failure(() -> serviceNow.say(TICKET, "hola"))).isInstanceOf(RemoteFailure.Unreachable.class);
            }
        }
    }

    @Test
    void neverMoreCallsAtOnceThanAllowed() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        String body = Connected.result(Connected.row(""));
        try (RawInstance instance = new RawInstance((socket, out) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.sleep(20);
            now.decrementAndGet();
            out.write(RawInstance.bytes(
                    HEAD + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
        })) {
            ServiceNow serviceNow = Connected.to(
                    Connected.settings(instance.url(), Map.of("buzon.connector.parallel", "3")),
                    new MovableClock(),
                    (call, took, outcome) -> {});
            ExecutorService threads = Executors.newFixedThreadPool(20);
            var all = java.util.stream.IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> serviceNow.read(TICKET)))
                    .toList();
            for (var one : all) {
                one.get();
            }
            threads.shutdown();
        }
        assertThat(most).hasValue(3);
    }

    private static RemoteFile file(long size) {
        return new RemoteFile(
                "f".repeat(32),
                TICKET,
                new RemoteAuthor("Marcela", null, false),
                Instant.EPOCH,
                "foto.jpg",
                size,
                RemoteFile.Readiness.READY);
    }

    @Test
    void aFileEndsOnlyAtItsLengthAndInTime() throws IOException {
        try (RawInstance cut = new RawInstance(
                        (socket, out) -> out.write(
                                RawInstance.bytes(
                                        "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nX-Attachment-Metadata: {}\r\nConnection: close\r\n\r\nabc")));
                RawInstance slow = new RawInstance((socket, out) -> {
                    out.write(RawInstance.bytes("HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n"));
                    while (true) {
                        out.write('x');
                        out.flush();
                        Thread.sleep(50);
                    }
                })) {
            try (InputStream bytes = hasty(cut.url()).open(file(3))) {
                assertThat(bytes.readAllBytes()).hasSize(3);
            }
            try (InputStream bytes = hasty(cut.url()).open(file(4))) {
                assertThatThrownBy(bytes::readAllBytes).isInstanceOf(RemoteFailure.Unreachable.class);
            }
            try (InputStream bytes = hasty(cut.url()).open(file(2))) {
                assertThatThrownBy(bytes::readAllBytes).isInstanceOf(RemoteFailure.Unreachable.class);
            }
            try (InputStream bytes = hasty(slow.url()).open(file(90_000))) {
                assertThatThrownBy(bytes::readAllBytes)
                        .isInstanceOf(RemoteFailure.Unreachable.class)
                        .hasMessageContaining("time");
            }
        }
    }

    @Test
    void aFileThatCannotBeReadHereIsNoFaultOfTheOtherSide() {
        try (ScriptedInstance instance = new ScriptedInstance()) {
            OutgoingFile broken = new OutgoingFile("a.pdf", "application/pdf", 10, () -> {
                throw new IOException("disk");
            });
            OutgoingFile shorter =
                    new OutgoingFile("a.pdf", "application/pdf", 10, () -> new ByteArrayInputStream(new byte[3]));
            ServiceNow serviceNow = hasty(instance.url());
            assertThat(failure(() -> serviceNow.attach(TICKET, broken)))
                    .isInstanceOf(RemoteFailure.OutcomeUnknown.class);
            assertThat(failure(() -> serviceNow.attach(TICKET, shorter)))
                    .isInstanceOf(RemoteFailure.OutcomeUnknown.class);
        }
    }
}
