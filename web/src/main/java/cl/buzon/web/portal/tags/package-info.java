/**
 * What the portal's own tags ask while they render: looks of states, messages of the request, progress of a case.
 */
@NullMarked
package cl.buzon.web.portal.tags;

import org.jspecify.annotations.NullMarked;
