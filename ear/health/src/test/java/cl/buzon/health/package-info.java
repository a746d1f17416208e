/** What the checks say of databases and disks that are well, and that are not. */
@org.jspecify.annotations.NullMarked
package cl.buzon.health;
