/** Which cases must be looked at, and when: one dirty mark per case, written in the case's own transaction. */
@org.jspecify.annotations.NullMarked
package cl.buzon.connector.schedule;
