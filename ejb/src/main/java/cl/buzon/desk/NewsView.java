package cl.buzon.desk;

import java.util.List;

/**
 * What others did on somebody's cases.
 *
 * @param latest a line for each case, those with something new first, the newest first among them
 * @param unread how many cases have something that the reader has not seen
 * @param place to be handed to {@link NewsDesk#seen} when the reader has looked at these
 */
public record NewsView(List<Line> latest, int unread, long place) {

    /** That there is nothing to tell. */
    public static final NewsView NONE = new NewsView(List.of(), 0, 0);

    /**
     * What others did on one case.
     *
     * @param last the last of it
     * @param fresh how much of it the reader has not seen
     */
    public record Line(Headline last, int fresh) {}
}
