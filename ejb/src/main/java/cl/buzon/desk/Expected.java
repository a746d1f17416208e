package cl.buzon.desk;

import cl.buzon.cases.Case;
import cl.buzon.shared.Refusal;
import java.util.Set;

/**
 * The versions of a case that a wish was made for.
 *
 * @param versions any of them will do; when empty, whatever the case is by now
 */
public record Expected(Set<Long> versions) {

    public static final Expected ANY = new Expected(Set.of());

    public Expected {
        versions = Set.copyOf(versions);
    }

    /**
     * To be asked once nobody else can change the case.
     *
     * @throws Refusal.Changed when somebody has meanwhile
     */
    void judge(Case now) {
        if (!versions.isEmpty() && !versions.contains(now.version())) {
            throw new Refusal.Changed();
        }
    }
}
