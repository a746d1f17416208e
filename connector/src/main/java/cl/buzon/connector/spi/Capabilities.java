package cl.buzon.connector.spi;

import java.util.Set;

/**
 * Where ticketing systems differ, so that the engine need not know which one it talks to.
 *
 * @param fields the fields it keeps; the others are never sent and never heard of
 * @param reopensByItself a customer's comment moves a ticket that awaits information back into work without being told
 * @param maxFileSize of a file, in bytes
 */
public record Capabilities(Set<TicketField> fields, boolean reopensByItself, long maxFileSize) {

    public Capabilities {
        fields = Set.copyOf(fields);
    }
}
