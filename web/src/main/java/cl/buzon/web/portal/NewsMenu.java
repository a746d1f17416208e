package cl.buzon.web.portal;

import cl.buzon.desk.NewsDesk;
import cl.buzon.desk.NewsView;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bell of the header: what others did on the visitor's cases, a line for each case. */
@Named
@RequestScoped
public class NewsMenu {

    private static final int LINES = 8;

    /** A count with more digits than this would not fit the bell. */
    private static final int COUNTED = 99;

    @Inject
    NewsDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private @Nullable NewsView view;

    public NewsView getView() {
        if (view == null) {
            view = desk.news(current.actor(), LINES);
        }
        return view;
    }

    public List<NewsLine> getLines() {
        return getView().latest().stream()
                .map(line -> NewsLine.of(line, request.texts(), request.address("/caso")))
                .toList();
    }

    /** How many cases have something new; empty when none has. */
    public String getCount() {
        int unread = getView().unread();
        return unread == 0 ? "" : unread > COUNTED ? COUNTED + "+" : Integer.toString(unread);
    }

    public String getLabel() {
        int unread = getView().unread();
        return request.texts().format("news.label", Math.min(unread, COUNTED + 1), getCount());
    }
}
