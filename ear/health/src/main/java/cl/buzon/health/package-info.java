/**
 * Whether this node can do its work, for whoever watches it: {@code /health/live} and {@code /health/ready} on the
 * management port. In a jar of the EAR's library folder, the only place where the server finds such checks.
 */
@org.jspecify.annotations.NullMarked
package cl.buzon.health;
