/** A claim being written, with its files, for seven days. */
@org.jspecify.annotations.NullMarked
package cl.buzon.drafts;
