@org.jspecify.annotations.NullMarked
package cl.buzon.connector.translation;
