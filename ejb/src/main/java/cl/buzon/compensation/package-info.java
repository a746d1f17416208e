/** How much is owed on a case and whether it was paid. */
@org.jspecify.annotations.NullMarked
package cl.buzon.compensation;
