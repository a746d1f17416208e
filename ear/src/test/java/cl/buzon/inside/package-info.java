/** What can only be tested inside the server: the desks with their transactions, on the real EAR and database. */
@org.jspecify.annotations.NullMarked
package cl.buzon.inside;
