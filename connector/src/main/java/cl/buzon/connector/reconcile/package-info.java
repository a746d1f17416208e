/** Brings one case into step with its ticket: read both, merge, push, pull, record; may stop at any point and go on. */
@org.jspecify.annotations.NullMarked
package cl.buzon.connector.reconcile;
