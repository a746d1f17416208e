/** The portal and a ticketing system kept in step, on the real server. */
@org.jspecify.annotations.NullMarked
package cl.buzon.sync;
