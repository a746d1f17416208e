/** Who is there, what they may open, and what every answer tells the browser about it. */
@org.jspecify.annotations.NullMarked
package cl.buzon.web.security;
