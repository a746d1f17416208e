/** The pages: one backing bean for each (public, for expressions reach no other), which translates between desk and screen. */
@org.jspecify.annotations.NullMarked
package cl.buzon.web.portal;
