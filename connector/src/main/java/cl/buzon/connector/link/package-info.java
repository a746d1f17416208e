/** What is paired with what: a case with its ticket, a message with its comment, a file with its copy. */
@org.jspecify.annotations.NullMarked
package cl.buzon.connector.link;
