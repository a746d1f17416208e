/** The instance: its tables, its rules, its files, its clock and the people who work in it. */
@NullMarked
package cl.buzon.sandbox.instance;

import org.jspecify.annotations.NullMarked;
