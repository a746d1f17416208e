/** Request Tracker 5 over REST2, and nothing of it anywhere else. */
@org.jspecify.annotations.NullMarked
package cl.buzon.connector.requesttracker;
