/** What people and the other side ask of the sync. */
@org.jspecify.annotations.NullMarked
package cl.buzon.connector.operation;
