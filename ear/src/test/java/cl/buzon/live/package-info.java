/** Pages that stay open: news, writing, files and sessions, in a real browser. */
@org.jspecify.annotations.NullMarked
package cl.buzon.live;
