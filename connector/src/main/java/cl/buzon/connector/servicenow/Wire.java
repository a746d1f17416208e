package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.RemoteFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The line to the instance: no cookies, no redirects, a few calls at once, and an end to each however slowly the other
 * side speaks. What fails here is typed by whether anything can have been done.
 */
final class Wire {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Of a text answer, in bytes. */
    private static final int MOST = 16 * 1024 * 1024;

    private static final int CHUNK = 16 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    private final Semaphore lines;

    /** @param parallel calls at once */
    Wire(int parallel) {
        this.lines = new Semaphore(parallel, true);
    }

    /** An answer in full. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Answer(HttpResponse<InputStream> head, byte[] body) {

        int status() {
            return head.statusCode();
        }

        String header(String name) {
            return head.headers().firstValue(name).orElse("");
        }
    }

    /** A request, which is made anew for each time that it is sent. */
    record Call(String method, URI address, Supplier<BodyPublisher> body, boolean writes) {}

    /**
     * Sends and reads all of the answer.
     *
     * @throws RemoteFailure.Unreachable when nothing was done
     * @throws RemoteFailure.OutcomeUnknown when a write may have been
     */
    Answer exchange(Call call, HttpRequest.Builder request, Duration deadline) {
        HttpResponse<InputStream> head = send(call, request, deadline);
        try (InputStream body = ended(head.body(), deadline)) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            int read;
            while ((read = body.read(chunk)) >= 0) {
                whole.write(chunk, 0, read);
                if (whole.size() > MOST) {
                    throw broken(call, "the answer is larger than " + MOST + " bytes", false, null);
                }
            }
            return new Answer(head, whole.toByteArray());
        } catch (IOException e) {
            throw broken(call, "the answer broke off", false, e);
        }
    }

    /** Sends, and leaves the body of the answer to be read; after the deadline it ends by itself. */
    HttpResponse<InputStream> send(Call call, HttpRequest.Builder request, Duration deadline) {
        request.uri(call.address()).method(call.method(), call.body().get());
        boolean entered = false;
        try {
            entered = lines.tryAcquire(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (!entered) {
                throw new RemoteFailure.Unreachable("all lines are busy", null);
            }
            CompletableFuture<HttpResponse<InputStream>> answer =
                    client.sendAsync(request.build(), BodyHandlers.ofInputStream());
            try {
                return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                answer.cancel(true);
                throw broken(call, "no answer within " + deadline.toSeconds() + " s", true, late);
            } catch (ExecutionException e) {
                throw failed(call, Objects.requireNonNullElse(e.getCause(), e));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw broken(call, "interrupted", true, e);
        } finally {
            if (entered) {
                lines.release();
            }
        }
    }

    /** Closes it when the time is over: a server that sends a byte a second holds nobody for ever. */
    static InputStream ended(InputStream body, Duration deadline) {
        CompletableFuture.delayedExecutor(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    try {
                        body.close();
                    } catch (IOException e) {
                        // It is closed one way or the other
                    }
                });
        return body;
    }

    private static RemoteFailure failed(Call call, Throwable cause) {
        boolean unheard = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException
                || (cause instanceof SSLException && cause.getMessage() != null);
        String words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return unheard ? new RemoteFailure.Unreachable(words, cause) : broken(call, words, true, cause);
    }

    /** What a call that came to no good end means: a read is simply made again. */
    static RemoteFailure broken(Call call, String words, boolean mayStillRun, @Nullable Throwable cause) {
        String said = call.method() + " " + call.address().getPath() + ": " + words;
        return call.writes()
                ? new RemoteFailure.OutcomeUnknown(said, mayStillRun, cause)
                : new RemoteFailure.Unreachable(said, cause);
    }
}
