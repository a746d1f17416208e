package cl.buzon.desk;

import java.util.List;

/**
 * What others did on somebody's cases.
 *
 * @param latest the newest first; the first {@link #unread} of them are those not looked at yet, if it is not more
 * @param unread how many have come since the reader last looked
 * @param place to be handed to {@link NewsDesk#seen} when the reader has looked at these
 */
public record NewsView(List<Headline> latest, int unread, long place) {

    /** That there is nothing to tell. */
    public static final NewsView NONE = new NewsView(List.of(), 0, 0);
}
