/** The only door: what each kind of person may do. Every method takes the {@code Actor} first and judges it. */
@org.jspecify.annotations.NullMarked
package cl.buzon.desk;
