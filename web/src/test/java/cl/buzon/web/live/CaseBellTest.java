package cl.buzon.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.CaseNumber;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseBellTest {

    private static final CaseNumber MINE = new CaseNumber("CS0001001");
    private static final CaseNumber OTHER = new CaseNumber("CS0001002");

    private final Line line = new Line();
    private final List<String> left = new ArrayList<>();
    private long version = 7;
    private final CaseBell bell = new CaseBell(MINE, new BellWire(line, new Events()), () -> version, Runnable::run);

    @Test
    void itRingsForItsCaseAndWhenNobodyKnowsForWhich() {
        bell.open();
        version = 8;

        bell.changed(Set.of(OTHER));
        bell.changed(Set.of(OTHER, MINE));
        bell.changed(Set.of());

        assertThat(line.heard).containsExactly("now 7", "ring 8", "ring 8");
    }

    @Test
    void whoListensLongHasToAskAgain() {
        bell.endsWith(() -> left.add("left"));

        for (int i = 0; i < 20; i++) {
            bell.beat();
        }

        assertThat(line.heard).hasSize(20).endsWith("again 0");
        assertThat(line.isClosed()).isTrue();
        assertThat(left).containsExactly("left");
    }

    @Test
    void aPageThatHasGoneIsLeftAtTheNextBeat() {
        bell.endsWith(() -> left.add("left"));
        line.close();

        bell.beat();

        assertThat(left).containsExactly("left");
    }

    @Test
    void aCaseThatCannotBeReadEndsTheListening() {
        CaseBell blind = new CaseBell(
                MINE,
                new BellWire(line, new Events()),
                () -> {
                    throw new IllegalStateException("no database");
                },
                Runnable::run);
        blind.endsWith(() -> left.add("left"));

        blind.changed(Set.of(MINE));

        assertThat(line.isClosed()).isTrue();
        assertThat(left).containsExactly("left");
    }

    private static final class Line implements SseEventSink {

        private final List<String> heard = new ArrayList<>();
        private boolean closed;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            heard.add(event.getName() == null ? "beat" : event.getName() + " " + event.getData());
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Events implements Sse {

        @Override
        public OutboundSseEvent.Builder newEventBuilder() {
            return new Builder();
        }

        @Override
        public SseBroadcaster newBroadcaster() {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Builder implements OutboundSseEvent.Builder {

        private @Nullable String name;
        private @Nullable Object data;

        @Override
        public Builder id(String id) {
            return this;
        }

        @Override
        public Builder name(String given) {
            name = given;
            return this;
        }

        @Override
        public Builder reconnectDelay(long milliseconds) {
            return this;
        }

        @Override
        public Builder mediaType(MediaType mediaType) {
            return this;
        }

        @Override
        public Builder comment(String comment) {
            return this;
        }

        @Override
        public Builder data(@SuppressWarnings("rawtypes") Class type, Object given) {
            return data(given);
        }

        @Override
        public Builder data(@SuppressWarnings("rawtypes") GenericType type, Object given) {
            return data(given);
        }

        @Override
        public Builder data(Object given) {
            data = given;
            return this;
        }

        @Override
        public OutboundSseEvent build() {
            return (OutboundSseEvent) Proxy.newProxyInstance(
                    CaseBellTest.class.getClassLoader(),
                    new Class<?>[] {OutboundSseEvent.class},
                    (self, method, arguments) -> method.getName().equals("getName") ? name : data);
        }
    }
}
