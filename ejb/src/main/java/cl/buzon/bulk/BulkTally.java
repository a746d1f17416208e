package cl.buzon.bulk;

/** How many rows a file has, and what has become of so many. */
public record BulkTally(int rows, int made, int repeated, int rejected) {

    public int settled() {
        return made + repeated + rejected;
    }
}
