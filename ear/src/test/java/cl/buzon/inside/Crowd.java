package cl.buzon.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Many who want the same at once.
 *
 * @param size how many threads, which begin together
 */
record Crowd(int size) {

    /** Each makes its wish so many times; all that they got. */
    <T> List<T> each(int times, Callable<T> wish) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(size);
        CyclicBarrier start = new CyclicBarrier(size);
        try {
            List<Future<List<T>>> running = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                running.add(pool.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return repeat(times, wish);
                }));
            }
            List<T> all = new ArrayList<>();
            for (Future<List<T>> one : running) {
                all.addAll(one.get(2, TimeUnit.MINUTES));
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> List<T> repeat(int times, Callable<T> wish) throws Exception {
        List<T> got = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            got.add(wish.call());
        }
        return got;
    }
}
