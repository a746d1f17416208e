package cl.buzon.sandbox.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The latest calls, oldest first; those beyond the last ten thousand, or as many as are asked for, are forgotten. */
public final class Exchanges {

    private int most = 10_000;
    private final Deque<Exchange> latest = new ArrayDeque<>();

    /** For whoever counts over a long time. */
    public synchronized void keep(int calls) {
        most = calls;
    }

    public synchronized void add(Exchange exchange) {
        latest.add(exchange);
        if (latest.size() > most) {
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
