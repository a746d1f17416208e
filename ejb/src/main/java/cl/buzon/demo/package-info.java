/** The demo data: loaded through the desks with a moved clock, and only when {@code buzon.demo} is true. */
@org.jspecify.annotations.NullMarked
package cl.buzon.demo;
