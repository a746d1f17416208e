/** Mail that the portal sends, as its readers get it. */
@org.jspecify.annotations.NullMarked
package cl.buzon.mail;
