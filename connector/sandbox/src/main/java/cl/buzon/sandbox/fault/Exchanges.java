package cl.buzon.sandbox.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The latest calls, oldest first; those beyond the last ten thousand are forgotten. */
public final class Exchanges {

    private static final int MOST = 10_000;

    private final Deque<Exchange> latest = new ArrayDeque<>();

    public synchronized void add(Exchange exchange) {
        latest.add(exchange);
        if (latest.size() > MOST) {
            latest.remove();
        }
    }

    public synchronized List<Exchange> all() {
        return List.copyOf(latest);
    }

    public List<Exchange> of(Predicate<Call> calls) {
        return all().stream().filter(exchange -> calls.test(exchange.call())).toList();
    }

    public synchronized void forget() {
        latest.clear();
    }
}
