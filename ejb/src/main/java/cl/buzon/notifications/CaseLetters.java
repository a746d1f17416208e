package cl.buzon.notifications;

import cl.buzon.notifications.Sheet.Fact;
import cl.buzon.notifications.Sheet.Pill;
import cl.buzon.notifications.Sheet.Quote;
import cl.buzon.notifications.Sheet.Tone;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes letters about cases, headed by the person and by what the customer has to do. */
@ApplicationScoped
public class CaseLetters {

    private final Stationery stationery;
    private final MailSettings settings;

    /** For the proxy that the container makes. */
    @SuppressWarnings("NullAway")
    protected CaseLetters() {
        this.stationery = null;
        this.settings = null;
    }

    public CaseLetters(MailSettings settings) {
        this(new Stationery(settings), settings);
    }

    @Inject
    CaseLetters(Stationery stationery, MailSettings settings) {
        this.stationery = stationery;
        this.settings = settings;
    }

    /**
     * @param reader whom it greets, by the first name
     * @param story with something new at least
     */
    public Letter write(String reader, CaseStory story, Language language) {
        Words words = new Words(language);
        Headline headline = Headline.of(story, words);
        String number = story.number().value();
        Sheet sheet = new Sheet(
                words.get("subject", headline.subject(), number),
                headline.text(),
                new Pill(tone(story.state()), words.get("state." + story.state())),
                headline.words(),
                words.get("hello", Words.firstName(reader)) + " "
                        + words.get(situation(story.state()), "", number, story.subject()) + " " + headline.text(),
                points(story, headline.lead(), words),
                story.quotes() ? quotes(story, words) : List.of(),
                headline.action(),
                settings.link("/caso?numero=" + number),
                facts(story, words),
                true);
        return stationery.write(sheet, language);
    }

    private static String situation(CaseState state) {
        if (state == CaseState.AWAITING_INFO) {
            return "case.asks";
        }
        return state == CaseState.RESOLVED || state.isFinal() ? "case.ended" : "case.open";
    }

    private static Tone tone(CaseState state) {
        return switch (state) {
            case AWAITING_INFO -> Tone.WAIT;
            case RESOLVED -> Tone.OK;
            case OPEN -> Tone.INFO;
            case NEW, CLOSED, CANCELLED -> Tone.MUTE;
        };
    }

    /**
     * Each kind of thing beside the headline once, the last of its kind; where the case stands is said by its mark. What
     * is missing may be what was asked for, or something else: who asked for what is not said.
     */
    private static List<String> points(CaseStory story, News lead, Words words) {
        List<String> points = new ArrayList<>();
        story.news().stream()
                .filter(news -> news.getClass() != lead.getClass() && !(news instanceof News.Moved))
                .map(news -> Headline.also(news, story, words))
                .forEach(point -> {
                    points.remove(point);
                    points.add(point);
                });
        if (!story.missing().isEmpty()) {
            points.add(words.get("also.missing", words.list(story.missing())));
        }
        return points;
    }

    private List<Quote> quotes(CaseStory story, Words words) {
        return story.news().stream().flatMap(news -> quote(news, words)).toList();
    }

    private Stream<Quote> quote(News news, Words words) {
        if (news instanceof News.Said said) {
            return Stream.of(quote(said.author().name(), Words.moment(said.at()), said.text(), words));
        }
        if (news instanceof News.Moved moved && moved.words() != null) {
            String author = moved.author() == null
                    ? words.get("brand", settings.letterhead().operator())
                    : moved.author().name();
            return Stream.of(quote(author, Words.moment(moved.at()), moved.words(), words));
        }
        return Stream.empty();
    }

    private static Quote quote(String author, String when, String text, Words words) {
        return new Quote(words.get("quote.head", author, when), Words.clean(text));
    }

    private static List<Fact> facts(CaseStory story, Words words) {
        List<Fact> facts = new ArrayList<>();
        if (story.trackingNumber() != null) {
            facts.add(new Fact(words.get("fact.parcel"), Words.clean(story.trackingNumber())));
        }
        if (story.compensation() != CompensationState.NOT_REQUESTED) {
            facts.add(new Fact(words.get("fact.compensation"), words.get("compensation." + story.compensation())));
        }
        return facts;
    }
}
