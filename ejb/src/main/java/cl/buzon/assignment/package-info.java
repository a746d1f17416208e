/** Who takes a new case, and why. */
@org.jspecify.annotations.NullMarked
package cl.buzon.assignment;
