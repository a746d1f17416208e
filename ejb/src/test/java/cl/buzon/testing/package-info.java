/** What tests stand on: a real PostgreSQL with the migrated schema, and the entities of the portal on it. */
@org.jspecify.annotations.NullMarked
package cl.buzon.testing;
