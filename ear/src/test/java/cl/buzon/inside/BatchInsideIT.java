package cl.buzon.inside;

import static cl.buzon.inside.Samples.aCase;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.BatchDesk;
import cl.buzon.desk.BatchDesk.Outcome;
import cl.buzon.desk.BatchDesk.Status;
import cl.buzon.desk.DemoDesk;
import cl.buzon.desk.RosterDesk;
import cl.buzon.shared.Actor;
import cl.buzon.systems.RealEar;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A batch with a key that did not go through in one go. */
@ExtendWith(ArquillianExtension.class)
class BatchInsideIT {

    private final String key = UUID.randomUUID().toString();

    @Inject
    BatchDesk desk;

    @Inject
    DemoDesk people;

    @Inject
    RosterDesk roster;

    @Deployment
    static EnterpriseArchive portal() {
        return RealEar.with(BatchInsideIT.class, Crowd.class, Samples.class, Staff.class);
    }

    /** As a server leaves it that dies in the middle: some rows committed, and nobody was told of them. */
    @Test
    void aBatchThatWasCutOffGoesOnWhereItEnded() {
        Actor.Customer elena = new Staff(people, roster).customer();
        desk.begin(elena, key, "rows");
        List<Outcome> before = rows(elena, 2);

        desk.begin(elena, key, "rows");
        List<Outcome> after = rows(elena, 4);

        assertThat(after)
                .extracting(Outcome::status)
                .containsExactly(Status.REPLAYED, Status.REPLAYED, Status.CREATED, Status.CREATED);
        assertThat(after).extracting(Outcome::number).doesNotHaveDuplicates();
        assertThat(after.subList(0, 2))
                .extracting(Outcome::number)
                .isEqualTo(before.stream().map(Outcome::number).toList());
    }

    @Test
    void theSameBatchTwiceAtOnceOpensEachCaseOnce() throws Exception {
        Actor.Customer elena = new Staff(people, roster).customer();

        List<List<Outcome>> both = new Crowd(2).each(1, () -> {
            desk.begin(elena, key, "rows");
            return rows(elena, 20);
        });

        List<Set<Object>> opened = both.stream()
                .map(one -> one.stream().map(Outcome::number).collect(Collectors.<Object>toSet()))
                .toList();
        assertThat(opened.get(0)).hasSize(20).isEqualTo(opened.get(1));
        assertThat(both.stream().flatMap(List::stream).filter(one -> one.status() == Status.CREATED))
                .hasSize(20);
    }

    private List<Outcome> rows(Actor.Customer customer, int many) {
        return IntStream.range(0, many)
                .mapToObj(place -> desk.open(customer, key, place, aCase("OTHER")))
                .toList();
    }
}
