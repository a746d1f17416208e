/** What customer and executive say to each other; a work note is another type, not a flag. */
@org.jspecify.annotations.NullMarked
package cl.buzon.messages;
