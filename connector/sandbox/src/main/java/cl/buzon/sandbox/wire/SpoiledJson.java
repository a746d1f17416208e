package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.fault.Effect;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A good answer's JSON, spoiled. */
final class SpoiledJson {

    private SpoiledJson() {}

    static Answer of(Answer good, Effect effect) {
        if (effect instanceof Effect.Truncate truncate) {
            byte[] all = good.text().getBytes(StandardCharsets.UTF_8);
            byte[] some = Arrays.copyOf(all, Math.min(truncate.after(), all.length));
            return new Answer(good.status(), good.headers(), good.type(), () -> new ByteArrayInputStream(some));
        }
        if (effect instanceof Effect.ErrorBehind behind) {
            return with(good, errorBehind(good, behind.message()));
        }
        if (effect instanceof Effect.ResultAsText) {
            ObjectNode body = object(good);
            body.put("result", body.path("result").toString());
            return with(good, body.toString());
        }
        if (effect instanceof Effect.Deep deep) {
            return with(good, "{\"result\":" + "[".repeat(deep.levels()) + "]".repeat(deep.levels()) + "}");
        }
        if (effect instanceof Effect.Huge huge) {
            return new Answer(good.status(), good.headers(), good.type(), () -> huge(huge.bytes()));
        }
        return good;
    }

    private static String errorBehind(Answer good, String message) {
        ObjectNode body = object(good);
        body.putObject("error")
                .put("message", message)
                .put(
                        "detail",
                        message + " Check logs for error trace or enable glide.rest.debug property to verify REST"
                                + " request processing");
        body.put("status", "failure");
        return body.toString();
    }

    private static InputStream huge(long bytes) {
        InputStream head = text("{\"result\":\"");
        InputStream middle = new InputStream() {
            private long left = bytes;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                if (left <= 0) {
                    return -1;
                }
                int some = (int) Math.min(left, most);
                Arrays.fill(into, from, from + some, (byte) 'x');
                left -= some;
                return some;
            }
        };
        return new SequenceInputStream(Collections.enumeration(List.of(head, middle, text("\"}"))));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode object(Answer good) {
        try {
            JsonNode node = Asked.JSON.readTree(good.text());
            return node instanceof ObjectNode object ? object : Asked.JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer with(Answer good, String body) {
        Answer other = Answer.text(good.status(), good.type(), body);
        return new Answer(good.status(), good.headers(), good.type(), other.body());
    }
}
