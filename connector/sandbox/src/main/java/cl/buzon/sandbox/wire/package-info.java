/** The REST APIs of the instance, as a caller from outside meets them. */
@NullMarked
package cl.buzon.sandbox.wire;

import org.jspecify.annotations.NullMarked;
