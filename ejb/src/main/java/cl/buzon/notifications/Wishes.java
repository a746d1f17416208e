package cl.buzon.notifications;

/**
 * What somebody wishes to be told by mail.
 *
 * @param answers what the other side writes and attaches
 * @param states what becomes of the case
 * @param compensation what is decided about it, and whether it was paid
 * @param reminders that a solution soon counts as accepted
 * @param companyCases all of this about the cases of colleagues too; for administrators of a company
 */
public record Wishes(
        Language language,
        boolean answers,
        boolean states,
        boolean compensation,
        boolean reminders,
        boolean companyCases) {

    /** Of who has never said anything. */
    public static final Wishes USUAL = new Wishes(Language.ES, true, true, true, true, false);

    /** Whether they wish to be told of this. */
    public boolean include(News news) {
        if (news instanceof News.Said || news instanceof News.Shown) {
            return answers;
        }
        if (news instanceof News.Closing) {
            return reminders;
        }
        return news instanceof News.Moved ? states : compensation;
    }
}
