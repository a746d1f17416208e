/** One claim from opening to closing, the transitions it may make, and its one history. */
@org.jspecify.annotations.NullMarked
package cl.buzon.cases;
