/** What can go wrong between a caller and the instance, on request. */
@NullMarked
package cl.buzon.sandbox.fault;

import org.jspecify.annotations.NullMarked;
