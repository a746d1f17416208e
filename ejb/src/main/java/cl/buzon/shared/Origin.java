package cl.buzon.shared;

/** By which way a wish reached the desk. */
public enum Origin {
    PORTAL,
    API,
    SYNC,
    CLOCK,
    DEMO
}
