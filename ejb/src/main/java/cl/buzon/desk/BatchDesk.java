package cl.buzon.desk;

import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Sha256;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens many cases at one wish: each row is judged by itself and stands in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchDesk {

    /** Rows of one wish. */
    public static final int MAX_ROWS = 1_000;

    private static final int CREATED = 201;

    @Inject
    private CustomerDesk desk;

    @Inject
    private IdempotentRequests requests;

    /** What became of a row. */
    public enum Status {
        CREATED,
        REJECTED,
        /** An earlier wish with the same key has opened it. */
        REPLAYED
    }

    /**
     * @param number of the case, absent for a rejected row
     * @param faults of a rejected row
     */
    public record Outcome(Status status, @Nullable CaseNumber number, List<Fault> faults) {

        public static Outcome rejected(List<Fault> faults) {
            return new Outcome(Status.REJECTED, null, List.copyOf(faults));
        }
    }

    /**
     * Begins a batch.
     *
     * @param key of the batch; absent when it will not be sent twice
     * @param content hash of all of its rows
     * @throws Refusal.KeyReused when another batch came with the key
     */
    public void begin(Actor actor, @Nullable String key, String content) {
        Judged.customer(actor);
        if (key != null) {
            requests.once(actor, key, () -> content, () -> RecordedAnswer.DONE);
        }
    }

    /**
     * Opens the case of one row, at most once for each place in the batch with the key.
     *
     * @param key of the batch; absent when it will not be sent twice
     * @param place of the row within the batch
     */
    public Outcome open(Actor actor, @Nullable String key, int place, NewCase row) {
        Judged.customer(actor);
        try {
            return key == null
                    ? new Outcome(Status.CREATED, desk.open(actor, row), List.of())
                    : once(actor, Sha256.base64Of(key + '\n' + place), row);
        } catch (Refusal.InvalidInput refused) {
            return Outcome.rejected(refused.faults());
        }
    }

    private Outcome once(Actor actor, String key, NewCase row) {
        IdempotentRequests.Outcome opened = requests.once(
                actor,
                key,
                () -> Sha256.base64Of(row.toString()),
                () -> new RecordedAnswer(
                        CREATED, null, null, desk.open(actor, row).value()));
        return new Outcome(
                opened.replayed() ? Status.REPLAYED : Status.CREATED,
                new CaseNumber(opened.answer().body()),
                List.of());
    }
}
