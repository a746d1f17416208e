/** What has happened to a case: past tense, ids and values only. */
@org.jspecify.annotations.NullMarked
package cl.buzon.events;
