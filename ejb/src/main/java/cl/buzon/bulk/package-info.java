/** Many claims sent as one file: its rows, and what became of each. */
@org.jspecify.annotations.NullMarked
package cl.buzon.bulk;
