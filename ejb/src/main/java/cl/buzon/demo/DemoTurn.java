package cl.buzon.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One step of a case, and when it happens. */
record DemoTurn(Instant at, DemoCase of, DemoStep step) {

    /** What is written for the same minute happens in the order in which it is written. */
    private static final long SECONDS_BETWEEN = 3;

    /** All that happens on all cases, in the order in which it happens. */
    static List<DemoTurn> of(DemoScript script, DemoCalendar calendar) {
        return script.cases().stream()
                .flatMap(one -> of(one, calendar))
                .sorted(Comparator.comparing(DemoTurn::at))
                .toList();
    }

    private static Stream<DemoTurn> of(DemoCase one, DemoCalendar calendar) {
        return IntStream.range(0, one.steps().size()).mapToObj(position -> {
            DemoStep step = one.steps().get(position);
            return new DemoTurn(calendar.instant(step.at()).plusSeconds(position * SECONDS_BETWEEN), one, step);
        });
    }
}
