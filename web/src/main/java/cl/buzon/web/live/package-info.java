/**
 * What an open page fetches and sends with its session.
 */
@NullMarked
package cl.buzon.web.live;

import org.jspecify.annotations.NullMarked;
