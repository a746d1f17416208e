package cl.buzon.connector.spi;

import java.util.Set;

/**
 * What the portal is going to ask of a ticketing system, as far as its settings do not say it.
 *
 * @param categories codes of the situations that cases can be about; empty when they are not known
 * @param executives e-mail addresses of those who can be given a case; empty when they are not known
 * @param largestFile bytes of the largest file that customers may send
 * @param extensions of the files that customers may send, in lower case
 */
public record Needs(Set<String> categories, Set<String> executives, long largestFile, Set<String> extensions) {

    public Needs {
        categories = Set.copyOf(categories);
        executives = Set.copyOf(executives);
        extensions = Set.copyOf(extensions);
    }
}
