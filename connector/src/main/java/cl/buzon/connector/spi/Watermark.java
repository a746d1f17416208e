package cl.buzon.connector.spi;

/** Up to where the changes of a ticketing system have been seen; only the system itself can read it. */
public record Watermark(String value) {

    /** For the first time: from now on, by the other side's clock, or from a little before. */
    public static final Watermark START = new Watermark("");

    public boolean isStart() {
        return value.isEmpty();
    }
}
