package cl.buzon.connector.http;

import cl.buzon.connector.spi.RemoteFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * The line to the other side: no cookies, no redirects, so many calls at once, and an end to every call, however slowly
 * the other side talks. What breaks is typed by whether something may have been done.
 */
public final class Line {

    /** More than any page that we ask for; the rest would be a mistake of somebody's. */
    public static final int MAX_BODY = 8 * 1024 * 1024;

    private final HttpClient client;
    private final Turns turns;

    public Line(Duration connect, int parallel, Pace pace) {
        // HTTP/1.1: a connection that dies takes one call with it
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .build();
        this.turns = new Turns(parallel, pace);
    }

    public Answer send(Call call) {
        Turns.Turn turn = turns.take(call.deadline());
        try (turn) {
            AtomicReference<@Nullable ResponseInfo> head = new AtomicReference<>();
            BodyHandler<byte[]> handler = info -> {
                head.set(info);
                return new BoundedBody(MAX_BODY);
            };
            CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request(call), handler);
            try {
                HttpResponse<byte[]> whole = await(answer, call.deadline());
                return new Answer(whole.statusCode(), whole.headers(), plain(whole), true);
            } catch (IOException | TimeoutException broken) {
                return broken(call, head.get(), broken);
            }
        }
    }

    /** The bytes of an answer that is not kept in memory; its turn ends when it is closed. */
    public StreamedAnswer stream(Call call) {
        Turns.Turn turn = turns.take(call.deadline());
        boolean handed = false;
        try {
            long end = System.nanoTime() + call.deadline().toNanos();
            CompletableFuture<HttpResponse<InputStream>> answer =
                    client.sendAsync(request(call), HttpResponse.BodyHandlers.ofInputStream());
            HttpResponse<InputStream> head = await(answer, call.deadline());
            handed = true;
            return new StreamedAnswer(
                    head.statusCode(), head.headers(), head.body(), turn, Duration.ofNanos(end - System.nanoTime()));
        } catch (IOException | TimeoutException broken) {
            throw failure(call, false, broken);
        } finally {
            if (!handed) {
                turn.close();
            }
        }
    }

    private static HttpRequest request(Call call) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(call.uri()).timeout(call.deadline()).header("Accept-Encoding", "gzip");
        if (call.method().equals("GET")) {
            request.GET();
        } else {
            request.method(call.method(), call.body());
        }
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private static <T> HttpResponse<T> await(CompletableFuture<HttpResponse<T>> answer, Duration deadline)
            throws IOException, TimeoutException {
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw late;
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw cause instanceof IOException io ? io : new IOException(cause);
        }
    }

    /** A refusal is one, even when its words are lost; otherwise the call is as if never answered. */
    private static Answer broken(Call call, @Nullable ResponseInfo head, Exception broken) {
        if (head != null && head.statusCode() >= 400) {
            return new Answer(head.statusCode(), head.headers(), "", false);
        }
        throw failure(call, head != null, broken);
    }

    private static RemoteFailure failure(Call call, boolean answered, Exception broken) {
        String what = call.described() + ": " + words(broken);
        if (call.writes() && !wasNeverSent(broken)) {
            return new RemoteFailure.OutcomeUnknown(what, !answered, broken);
        }
        return new RemoteFailure.Unreachable(what, broken);
    }

    private static boolean wasNeverSent(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }

    private static String words(Exception broken) {
        if (broken instanceof TimeoutException || broken instanceof java.net.http.HttpTimeoutException) {
            return broken instanceof HttpConnectTimeoutException ? "no connection in time" : "no whole answer in time";
        }
        StringBuilder words = new StringBuilder();
        for (Throwable cause = broken; cause != null && words.length() < 300; cause = cause.getCause()) {
            words.append(words.isEmpty() ? "" : ", ").append(cause.getClass().getSimpleName());
            if (cause.getMessage() != null) {
                words.append(' ').append(cause.getMessage());
            }
        }
        return words.toString();
    }

    private static String plain(HttpResponse<byte[]> answer) throws IOException {
        if (!answer.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip")) {
            return text(answer.body());
        }
        try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            byte[] bytes = unzipped.readNBytes(MAX_BODY + 1);
            if (bytes.length > MAX_BODY) {
                throw new IOException("the answer is larger than " + MAX_BODY + " bytes");
            }
            return text(bytes);
        }
    }

    /** Some servers say UTF-8 and send Latin-1. */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
