/** The page on which a person plays the executive. */
@NullMarked
package cl.buzon.sandbox.page;

import org.jspecify.annotations.NullMarked;
