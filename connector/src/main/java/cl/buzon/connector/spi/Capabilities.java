package cl.buzon.connector.spi;

import cl.buzon.shared.CaseState;
import java.util.Map;
import java.util.Set;

/**
 * Where ticketing systems differ, so that the engine need not know which one it talks to.
 *
 * @param fields the fields it keeps; the others are never sent and never heard of
 * @param seenAs states that look as another one over there, as closed looks as resolved where there is nothing else: that
 *     a case is in such a state is for our own record alone to say
 * @param minFileSize of a file, in bytes: one where files without any are refused
 * @param maxFileSize of a file, in bytes
 */
public record Capabilities(
        Set<TicketField> fields, Map<CaseState, CaseState> seenAs, long minFileSize, long maxFileSize) {

    public Capabilities {
        fields = Set.copyOf(fields);
        seenAs = Map.copyOf(seenAs);
    }

    /** What the other side tells when it holds a value of ours. */
    public String seen(TicketField field, String ours) {
        if (field != TicketField.STATE || seenAs.isEmpty()) {
            return ours;
        }
        return seenAs.entrySet().stream()
                .filter(one -> one.getKey().name().equals(ours))
                .map(one -> one.getValue().name())
                .findFirst()
                .orElse(ours);
    }

    public boolean takesFileOf(long size) {
        return size >= minFileSize && size <= maxFileSize;
    }
}
