package cl.buzon.systems;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test against the one running portal that all tests of a run share, with its demo data. Such a test may ask for
 * {@link RunningPortal}, {@link Api}, {@link BackOffice} and {@link Browser} as parameters, or for a {@link PostOffice}, which
 * has a portal of its own. Tests share the data: each makes the cases that it changes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedSystems.class)
public @interface PortalTest {}
