/**
 * The JSON API for programs of customers and of the back office, with bearer tokens.
 */
@NullMarked
package cl.buzon.web.api;

import org.jspecify.annotations.NullMarked;
