/** The value types everybody uses; the lowest package, it imports nothing of ours. */
@org.jspecify.annotations.NullMarked
package cl.buzon.shared;
