/** The database schema, brought up to date when the application starts. */
@org.jspecify.annotations.NullMarked
package cl.buzon.schema;
