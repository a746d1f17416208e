/** Starts the portal with everything it needs: for a look at it, and for the tests of the whole. */
@org.jspecify.annotations.NullMarked
package cl.buzon.run;
