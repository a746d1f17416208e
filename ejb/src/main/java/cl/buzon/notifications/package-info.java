/** Mail about a case: a row in the same transaction, sent later. */
@org.jspecify.annotations.NullMarked
package cl.buzon.notifications;
