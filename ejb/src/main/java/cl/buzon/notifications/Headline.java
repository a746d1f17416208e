package cl.buzon.notifications;

import cl.buzon.shared.CaseState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a letter about a case is headed by: of all that is new what asks most of the customer, and of its kind the last.
 *
 * @param lead the news behind it
 * @param subject what one sees of it before it is opened: the one thing that is missing, else the same words
 * @param words the person, and what they need or did
 * @param text what follows from it for the customer
 * @param action what the button says
 */
record Headline(News lead, String subject, String words, String text, String action) {

    static Headline of(CaseStory story, Words words) {
        News lead = story.news().stream()
                .reduce((one, other) -> weight(other, story) >= weight(one, story) ? other : one)
                .orElseThrow();
        if (lead instanceof News.Moved moved) {
            Headline head = of(lead, state(moved, story, words), "head." + moved.to(), words);
            return moved.to() == CaseState.AWAITING_INFO && story.missing().size() == 1
                    ? head.under(words.get(
                            "head.missing", words.inside(story.missing().get(0))))
                    : head;
        }
        if (lead instanceof News.Decided decided) {
            String said = words.get("head.decided." + decided.state(), "", Words.money(decided.amount()));
            return of(lead, said, "head.decided", words);
        }
        if (lead instanceof News.Closing closing) {
            String said = words.get("head.closing", person(closing.author(), story, words));
            return new Headline(
                    lead,
                    said,
                    said,
                    words.get("head.closing.text", Words.date(closing.on())),
                    words.get("head.closing.action"));
        }
        String key = lead instanceof News.Said ? "head.said" : "head.shown";
        return of(lead, words.get(key, person(author(lead), story, words)), key, words);
    }

    private static Headline of(News lead, String said, String key, Words words) {
        return new Headline(lead, said, said, words.get(key + ".text"), words.get(key + ".action"));
    }

    private Headline under(String otherSubject) {
        return new Headline(lead, otherSubject, words, text, action);
    }

    private static int weight(News news, CaseStory story) {
        if (news instanceof News.Moved moved) {
            return moved.to() != story.state() || moved.to() == CaseState.OPEN ? 0 : 10;
        }
        if (news instanceof News.Shown) {
            return 1;
        }
        return news instanceof News.Said ? 2 : 5;
    }

    private static String state(News.Moved moved, CaseStory story, Words words) {
        String person = person(moved.author(), story, words);
        boolean again = moved.to() == CaseState.OPEN && moved.from() != CaseState.NEW;
        boolean nobody = moved.to() == CaseState.CLOSED && moved.author() == null;
        return words.get("head." + moved.to() + (again ? ".again" : nobody ? ".nobody" : ""), person);
    }

    /** The same in a sentence, for what is not the headline and no state. */
    static String also(News news, CaseStory story, Words words) {
        if (news instanceof News.Decided decided) {
            return words.get("also.decided." + decided.state(), Words.money(decided.amount()));
        }
        if (news instanceof News.Closing closing) {
            return words.get("head.closing.text", Words.date(closing.on()));
        }
        String key = news instanceof News.Said ? "also.said" : "also.shown";
        return words.get(key, person(author(news), story, words));
    }

    private static @Nullable Author author(News news) {
        if (news instanceof News.Said said) {
            return said.author();
        }
        return news instanceof News.Shown shown ? shown.author() : null;
    }

    /** Whoever has the case answers for what nobody is told to have done. */
    private static String person(@Nullable Author author, CaseStory story, Words words) {
        return Optional.ofNullable(author)
                .map(Author::called)
                .or(() -> Optional.ofNullable(story.executive()).map(Words::firstName))
                .orElseGet(() -> words.get("somebody"));
    }
}
