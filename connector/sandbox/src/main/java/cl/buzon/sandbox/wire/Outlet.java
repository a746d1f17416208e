package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.fault.Effect;
import cl.buzon.sandbox.fault.Fault;
import cl.buzon.sandbox.instance.Instance;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Sends an answer as the instance does, or spoils it as a fault wants it. */
final class Outlet {

    /** Set by a server that can end a connection at once: a {@link Runnable} that does so. */
    static final String CUT = "cl.buzon.sandbox.cut";

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final Instance instance;

    Outlet(Instance instance) {
        this.instance = instance;
    }

    /** The status that the caller will see; 0 when it sees none. */
    int status(Answer answer, Optional<Fault> fault) {
        Effect effect = fault.map(Fault::effect).orElse(null);
        if (effect instanceof Effect.Cut) {
            return 0;
        }
        return effect instanceof Effect.Instead instead
                ? instead.status()
                : spoiled(answer, fault).status();
    }

    void send(
            HttpServletRequest request,
            HttpServletResponse response,
            Answer answer,
            Optional<Fault> fault,
            boolean signedIn)
            throws IOException {
        Effect effect = fault.map(Fault::effect).orElse(null);
        if (effect instanceof Effect.Cut) {
            cut(request, response);
            return;
        }
        if (effect instanceof Effect.Delay delay) {
            pause(delay.by());
        }
        Answer sent = spoiled(answer, fault);
        head(response, sent, signedIn);
        if (effect instanceof Effect.Break broken) {
            breakOff(request, response, sent, broken.after());
        } else if (effect instanceof Effect.Drip drip) {
            drip(response, sent, drip.interval());
        } else if (!sent.type().isEmpty()) {
            body(request, response, sent);
        }
    }

    private static Answer spoiled(Answer answer, Optional<Fault> fault) {
        if (fault.isEmpty()) {
            return answer;
        }
        Effect effect = fault.get().effect();
        Answer good = fault.get().worksFirst() ? answer : Answer.text(200, Answer.JSON, "{\"result\":[]}");
        if (effect instanceof Effect.Instead instead) {
            Answer other = Answer.text(instead.status(), instead.type(), instead.body());
            for (Map.Entry<String, String> header : instead.headers().entrySet()) {
                other = other.with(header.getKey(), header.getValue());
            }
            return other;
        }
        if (effect instanceof Effect.Headers headers) {
            Answer other = good;
            for (Map.Entry<String, String> header : headers.headers().entrySet()) {
                other = other.with(header.getKey(), header.getValue());
            }
            return other;
        }
        return good.isJson() ? SpoiledJson.of(good, effect) : good;
    }

    private void head(HttpServletResponse response, Answer answer, boolean signedIn) {
        response.setStatus(answer.status());
        String transaction = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        response.setHeader("Date", HTTP_DATE.format(instance.clock().instant().atOffset(ZoneOffset.UTC)));
        response.setHeader("Server", "snow_adc");
        response.setHeader("X-Is-Logged-In", String.valueOf(signedIn));
        response.setHeader("X-Is-Visitor", "false");
        response.setHeader("X-Transaction-ID", transaction);
        response.setHeader("Server-Timing", "t;desc=\"" + transaction + "\", sem_wait;dur=0, sesh_wait;dur=0");
        response.setHeader("Pragma", "no-store,no-cache");
        response.setHeader("Cache-Control", "no-cache,no-store,must-revalidate,max-age=-1");
        response.setHeader("Expires", "0");
        response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        response.addHeader("Set-Cookie", "JSESSIONID=" + transaction + UUID.randomUUID() + "; Path=/; HttpOnly");
        response.addHeader("Set-Cookie", "glide_user=; Max-Age=0");
        response.addHeader("Set-Cookie", "glide_user_session=; Max-Age=0");
        response.addHeader("Set-Cookie", "glide_user_route=glide." + transaction + "; Path=/; HttpOnly");
        answer.headers().forEach(response::setHeader);
        if (!answer.type().isEmpty()) {
            response.setContentType(answer.type());
        }
    }

    /** In chunks: its length is not said beforehand. */
    private static void body(HttpServletRequest request, HttpServletResponse response, Answer answer)
            throws IOException {
        String taken = request.getHeader("Accept-Encoding");
        boolean gzip = answer.isJson() && taken != null && taken.contains("gzip");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.flushBuffer();
        try (InputStream in = answer.body().open()) {
            OutputStream out = response.getOutputStream();
            if (gzip) {
                try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                    in.transferTo(zip);
                }
            } else {
                in.transferTo(out);
            }
        }
    }

    /** Where the server cannot end the connection at once, it ends after a head that has promised a body. */
    private static void cut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(CUT) instanceof Runnable end) {
            end.run();
            return;
        }
        response.setContentLengthLong(1_000_000);
        response.flushBuffer();
        response.getOutputStream().close();
    }

    private static void breakOff(HttpServletRequest request, HttpServletResponse response, Answer answer, int after)
            throws IOException {
        byte[] all = bytes(answer);
        response.setContentLengthLong(Math.max(all.length, after + 1));
        response.getOutputStream().write(all, 0, Math.min(after, all.length));
        response.flushBuffer();
        cut(request, response);
    }

    private static void drip(HttpServletResponse response, Answer answer, Duration interval) throws IOException {
        for (byte one : bytes(answer)) {
            response.getOutputStream().write(one);
            response.flushBuffer();
            pause(interval);
        }
    }

    private static byte[] bytes(Answer answer) throws IOException {
        try (InputStream in = answer.body().open()) {
            return in.readAllBytes();
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is going down", e);
        }
    }
}
