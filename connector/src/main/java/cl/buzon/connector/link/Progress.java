package cl.buzon.connector.link;

/**
 * How far the history of a case has been sent, in its order.
 *
 * @param position of the last entry that is through; before the first one lies what of the case itself did not fit
 * @param parts of the next entry that are through
 */
public record Progress(int position, int parts) {

    public static final Progress NONE = new Progress(-1, 0);

    public Progress onePart() {
        return new Progress(position, parts + 1);
    }

    public Progress upTo(int entry) {
        return new Progress(entry, 0);
    }
}
