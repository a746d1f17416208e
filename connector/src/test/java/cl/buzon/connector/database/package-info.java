/** The connector's tables on a real PostgreSQL. */
@org.jspecify.annotations.NullMarked
package cl.buzon.connector.database;
