/** Companies, their users, passwords and API tokens. */
@org.jspecify.annotations.NullMarked
package cl.buzon.accounts;
