/** The description of the API as a page. */
@org.jspecify.annotations.NullMarked
package cl.buzon.web.portal.apidocs;
