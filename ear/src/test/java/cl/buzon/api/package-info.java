/** The JSON API, spoken to from outside as a program would. */
@org.jspecify.annotations.NullMarked
package cl.buzon.api;
