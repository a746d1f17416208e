package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.CaseNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WatchersTest {

    private static final CaseNumber CASE = CaseNumber.of("CS", 1001);

    private final Watchers watchers = new Watchers();
    private final List<String> heard = new ArrayList<>();

    @Test
    void onlyThoseWhoMayKnowAreWoken() {
        UUID company = UUID.randomUUID();
        watchers.add(watcher("hers", UUID.randomUUID(), Optional.of(company)));
        watchers.add(watcher("not hers", UUID.randomUUID(), Optional.of(UUID.randomUUID())));
        watchers.add(watcher("all", UUID.randomUUID(), Optional.empty()));

        watchers.wake(Map.of(company, Set.of(CASE), Watchers.EVERYBODY, Set.of(CASE)));

        assertThat(heard).containsExactly("hers [CS0001001]", "all [CS0001001]");
    }

    @Test
    void whoLeavesHearsNothing() {
        Watchers.Watcher leaves = watcher("leaves", UUID.randomUUID(), Optional.empty());
        watchers.add(leaves);
        watchers.remove(leaves);

        watchers.wakeAll();

        assertThat(heard).isEmpty();
        assertThat(watchers.isEmpty()).isTrue();
    }

    @Test
    void ofOnePersonsManyTheOldestGoes() {
        UUID person = UUID.randomUUID();
        watchers.add(watcher("somebody else", UUID.randomUUID(), Optional.of(person)));
        for (int i = 0; i <= Watchers.OF_ONE_PERSON; i++) {
            watchers.add(watcher("nr " + i, person, Optional.of(person)));
        }

        assertThat(heard).containsExactly("nr 0 goes");
    }

    private Watchers.Watcher watcher(String name, UUID person, Optional<UUID> owner) {
        return new Watchers.Watcher(name, Optional.of(person), owner, new CaseWatch.Listener() {
            @Override
            public void changed(Set<CaseNumber> cases) {
                heard.add(name + " " + cases);
            }

            @Override
            public void displaced() {
                heard.add(name + " goes");
            }
        });
    }
}
