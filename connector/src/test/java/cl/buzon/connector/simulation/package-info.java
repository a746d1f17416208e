/** The engine between two sides that live in memory, with faults of all kinds between any two steps. */
@org.jspecify.annotations.NullMarked
package cl.buzon.connector.simulation;
