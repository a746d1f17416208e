package cl.buzon.connector.spi;

import java.util.List;

/** A ticketing system that can be asked everything that could go wrong with it. */
public interface Examinable {

    /** Looks at one thing after the other and never fails: what cannot be asked is a finding. Reads only. */
    List<Finding> examine();
}
