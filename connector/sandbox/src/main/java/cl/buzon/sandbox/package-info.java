/** A stand-in of ServiceNow in memory, for the demo and the tests: starts the instance and its doors. */
@NullMarked
package cl.buzon.sandbox;

import org.jspecify.annotations.NullMarked;
