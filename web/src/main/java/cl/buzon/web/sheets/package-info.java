/**
 * Many claims as a spreadsheet: its template, what is read of it, and its bad rows on their way back.
 */
@NullMarked
package cl.buzon.web.sheets;

import org.jspecify.annotations.NullMarked;
