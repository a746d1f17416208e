package cl.buzon.sync;

/** What does not hold, of what, and how one sees it. */
public record Violation(String invariant, String subject, String words) {

    @Override
    public String toString() {
        return invariant + " " + subject + ": " + words;
    }
}
