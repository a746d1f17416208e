/**
 * Whose portal this is: name, mark and colours as the operator sets them.
 */
@NullMarked
package cl.buzon.web.brand;

import org.jspecify.annotations.NullMarked;
