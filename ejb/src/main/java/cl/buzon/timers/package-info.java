/** What happens by the clock, through the desks like everything else. */
@org.jspecify.annotations.NullMarked
package cl.buzon.timers;
