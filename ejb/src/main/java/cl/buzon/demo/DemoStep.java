package cl.buzon.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happens on a case.
 *
 * @param at when
 * @param words what is said, or the reason; for a compensation its new state
 * @param code the short code of a resolution
 * @param approved amount in CLP
 * @param paid amount in CLP
 */
record DemoStep(
        DemoMoment at,
        Deed deed,
        String words,
        @Nullable String code,
        @Nullable Long approved,
        @Nullable Long paid,
        List<DemoFile> files) {

    static DemoStep opening(DemoMoment at, List<DemoFile> files) {
        return new DemoStep(at, Deed.OPEN, "", null, null, null, files);
    }
}
