package cl.buzon.connector.translation;

import cl.buzon.connector.spi.TicketFields;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Words of ours with the other side's value for each: total, and no value stands for two. */
public final class ValueMap {

    private final Map<String, String> theirs;
    private final Map<String, String> ours = new HashMap<>();

    /** @throws IllegalArgumentException naming the two words that share a value */
    public ValueMap(Map<String, String> theirs) {
        this.theirs = Map.copyOf(theirs);
        theirs.forEach((our, their) -> {
            String other = ours.put(their, our);
            if (other != null) {
                throw new IllegalArgumentException(other + " and " + our + " both have the value " + their);
            }
        });
    }

    public String toTheirs(String our) {
        String value = theirs.get(our);
        if (value == null) {
            throw new IllegalArgumentException("no such word: " + our);
        }
        return value;
    }

    public String toOurs(String their) {
        return Optional.ofNullable(ours.get(their)).orElseGet(() -> TicketFields.unmapped(their));
    }

    public Collection<String> values() {
        return theirs.values();
    }
}
