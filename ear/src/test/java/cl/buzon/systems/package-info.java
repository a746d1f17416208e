/**
 * The systems that the tests of the whole speak to: the portal in a browser, its API, the back office. A test says
 * what a person does; these classes know where the buttons are.
 */
@org.jspecify.annotations.NullMarked
package cl.buzon.systems;
