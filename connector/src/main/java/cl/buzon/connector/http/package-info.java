/** What adapters speak HTTP with: calls that end, answers that are bounded or streamed, turns and a pace. */
@org.jspecify.annotations.NullMarked
package cl.buzon.connector.http;
