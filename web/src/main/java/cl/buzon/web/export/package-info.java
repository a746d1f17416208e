/**
 * The report of cases as a file: CSV, XLSX and PDF, written row by row.
 */
@NullMarked
package cl.buzon.web.export;

import org.jspecify.annotations.NullMarked;
