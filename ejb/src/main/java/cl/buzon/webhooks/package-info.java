/** A company's own addresses told about its cases: rows for each thing to tell, delivered later. */
@org.jspecify.annotations.NullMarked
package cl.buzon.webhooks;
