/** The postman: keeps cases and another ticketing system in step. */
@org.jspecify.annotations.NullMarked
package cl.buzon.connector;
