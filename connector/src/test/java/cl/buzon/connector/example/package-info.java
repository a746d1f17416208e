/** The smallest ticketing system that there can be, as add-a-ticketing-system.md shows it. */
@org.jspecify.annotations.NullMarked
package cl.buzon.connector.example;
