package cl.buzon.notifications;

/**
 * Who stands behind some news.
 *
 * @param known whether it is a person whom the portal knows; any other name may be a team's or a machine's
 */
public record Author(String name, boolean known) {

    /** How a letter calls them: persons by their first name, all others by the whole of theirs. */
    String called() {
        return known ? Words.firstName(name) : name;
    }
}
