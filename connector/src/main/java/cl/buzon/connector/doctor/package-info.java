/** Says in words what an examination of a ticketing system has found. */
@org.jspecify.annotations.NullMarked
package cl.buzon.connector.doctor;
