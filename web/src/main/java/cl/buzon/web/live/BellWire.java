package cl.buzon.web.live;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** The line to one open page: carries the names of events and a heartbeat, in the form of server-sent events. */
final class BellWire {

    /** How long the browser waits before it comes back by itself; in milliseconds. */
    private static final long COME_BACK = 1_000;

    private final SseEventSink page;
    private final Sse events;

    BellWire(SseEventSink page, Sse events) {
        this.page = page;
        this.events = events;
    }

    boolean isOpen() {
        return !page.isClosed();
    }

    /** @param version of the case as of now */
    void ring(String name, long version) {
        send(events.newEventBuilder()
                .name(name)
                .reconnectDelay(COME_BACK)
                .data(Long.toString(version))
                .build());
    }

    /** Keeps what stands between from taking the line for dead; no page hears it. */
    void beat() {
        send(events.newEventBuilder().comment("").build());
    }

    void cut() {
        page.close();
    }

    private void send(OutboundSseEvent event) {
        if (isOpen()) {
            page.send(event).exceptionally(gone -> {
                cut();
                return null;
            });
        }
    }
}
