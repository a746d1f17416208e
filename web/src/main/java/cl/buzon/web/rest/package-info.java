/**
 * What the API and the calls of an open page have in common: JSON, problems, list parameters, files.
 */
@NullMarked
package cl.buzon.web.rest;

import org.jspecify.annotations.NullMarked;
