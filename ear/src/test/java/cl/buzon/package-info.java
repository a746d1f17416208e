/** Tests of the whole: the architecture, and what concerns more than one module. */
@org.jspecify.annotations.NullMarked
package cl.buzon;
