package cl.buzon.desk;

/** Fired once all modules stand: whoever works through the desks at the start waits for it. */
public record PortalStarted() {}
