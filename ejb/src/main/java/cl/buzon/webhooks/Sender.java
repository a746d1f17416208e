package cl.buzon.webhooks;

import cl.buzon.shared.BodySignature;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends a delivery once, signed, and says what came of it. Every attempt connects anew, to an address that has just been
 * judged; it follows no redirect, keeps no cookie, and reads no more of an answer than is written down.
 */
@ApplicationScoped
public class Sender implements AutoCloseable {

    /** Names a delivery, the same for all of its attempts, so that a receiver can drop what it has. */
    public static final String DELIVERY = "X-Buzon-Delivery";

    /** What kind of thing has happened. */
    public static final String EVENT = "X-Buzon-Event";

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout SILENCE = Timeout.ofSeconds(10);
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    /** How much of an answer is kept, in bytes. */
    private static final int KEPT = 2_000;

    /** More than ever are sent at once: who waits here waits for nobody. */
    private static final int CONNECTIONS = 200;

    private AddressJudge judge;
    private Clock clock;
    private Duration deadline;
    private CloseableHttpClient client;

    @SuppressWarnings("NullAway.Init")
    protected Sender() {}

    @Inject
    public Sender(AddressJudge judge, Clock clock) {
        this(judge, clock, DEADLINE);
    }

    Sender(AddressJudge judge, Clock clock, Duration deadline) {
        this.judge = judge;
        this.clock = clock;
        this.deadline = deadline;
        this.client = client(new JudgedNames(judge));
    }

    private static CloseableHttpClient client(DnsResolver names) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(SILENCE)
                                .build())
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(SILENCE)
                        .setConnectionRequestTimeout(CONNECT)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Buzon-Webhooks/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    @Override
    @PreDestroy
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    /** Takes at most a little more than a quarter of a minute. */
    public Attempt send(Dispatch dispatch) {
        return judge.form(dispatch.url())
                .map(address -> send(request(dispatch, address)))
                .orElseGet(() -> Attempt.unanswered(Trouble.FORBIDDEN_ADDRESS));
    }

    private HttpPost request(Dispatch dispatch, URI address) {
        byte[] body = dispatch.body().getBytes(StandardCharsets.UTF_8);
        Instant now = clock.instant();
        HttpPost request = new HttpPost(address);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        request.setHeader(BodySignature.TIMESTAMP, Long.toString(now.getEpochSecond()));
        request.setHeader(BodySignature.SIGNATURE, new BodySignature(dispatch.secret()).sign(now, body));
        request.setHeader(DELIVERY, dispatch.delivery().toString());
        request.setHeader(EVENT, dispatch.type());
        return request;
    }

    private Attempt send(HttpPost request) {
        CompletableFuture<Boolean> end =
                new CompletableFuture<Boolean>().completeOnTimeout(true, deadline.toMillis(), TimeUnit.MILLISECONDS);
        // Also when all is well: what is left of the answer is never read, not even to throw it away
        CompletableFuture<Void> unused = end.thenAccept(late -> request.abort());
        try {
            return attempt(client.executeOpen(null, request, null));
        } catch (IOException e) {
            return Attempt.unanswered(end.isDone() ? Trouble.TIMEOUT : trouble(e));
        } finally {
            end.complete(false);
        }
    }

    private static Attempt attempt(ClassicHttpResponse response) {
        return Attempt.answered(response.getCode(), beginning(response.getEntity()));
    }

    /** The receiver has answered: that the rest does not come takes nothing away from it. */
    private static String beginning(@Nullable HttpEntity answer) {
        if (answer == null) {
            return "";
        }
        try {
            InputStream content = answer.getContent();
            String text = new String(content.readNBytes(KEPT), StandardCharsets.UTF_8);
            return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n]]|\\p{Cs}", "");
        } catch (IOException e) {
            return "";
        }
    }

    private static Trouble trouble(IOException e) {
        if (e instanceof ForbiddenAddress) {
            return Trouble.FORBIDDEN_ADDRESS;
        }
        if (e instanceof UnknownHostException) {
            return Trouble.UNKNOWN_HOST;
        }
        if (e instanceof SSLException) {
            return Trouble.TLS_FAILED;
        }
        if (e instanceof ConnectTimeoutException || e instanceof InterruptedIOException) {
            return Trouble.TIMEOUT;
        }
        return e instanceof ConnectException || e instanceof NoRouteToHostException
                ? Trouble.NOT_REACHABLE
                : Trouble.BROKEN_OFF;
    }

    /** What is connected to is what was judged: nobody asks for the name a second time. */
    private record JudgedNames(AddressJudge judge) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return judge.addresses(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
