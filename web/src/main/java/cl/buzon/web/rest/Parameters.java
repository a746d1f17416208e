package cl.buzon.web.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The query parameters that a resource method knows; any other is refused, lest a misspelt filter seem to work. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Parameters {

    /** Those that come at most once. */
    String[] value() default {};

    /** Those that may come several times. */
    String[] repeatable() default {};
}
