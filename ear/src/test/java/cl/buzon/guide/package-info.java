/** The user guide as people walk through it: each journey in a browser, with the back office answering. */
@org.jspecify.annotations.NullMarked
package cl.buzon.guide;
