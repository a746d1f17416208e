package cl.buzon.sync;

import cl.buzon.sync.World.Comment;
import cl.buzon.sync.World.Document;
import cl.buzon.sync.World.OurCase;
import cl.buzon.sync.World.Said;
import cl.buzon.sync.World.Shown;
import cl.buzon.sync.World.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** I4, I5 and I11 on one case: each message and file of either side is on the other once, in its author's order. */
final class Conversations {

    private static final Pattern OUR_HEAD =
            Pattern.compile("^.*? \\(portal\\): (?:\\((\\d+)/(\\d+)\\) )?", Pattern.DOTALL);
    /** Of a script or a style its words are markup too. */
    private static final Pattern MARKUP = Pattern.compile(
            "<(script|style)\\b.*?</\\1>|<[^<>]*>|\\[ ?/? ?code]", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern NO_LETTER = Pattern.compile("[\\s\\p{Cntrl}\\p{Cs}\\u200b\\ufffd]");

    private final OurCase ours;
    private final Ticket theirs;
    private final Complaint complaint;

    /** Hears what does not hold. */
    interface Complaint {
        void of(String invariant, String subject, String words);
    }

    Conversations(OurCase ours, Ticket theirs, Complaint complaint) {
        this.ours = ours;
        this.theirs = theirs;
        this.complaint = complaint;
    }

    void compare() {
        words(
                "there",
                ours.said().stream()
                        .filter(said -> !said.crossing() && !isLeft(said.id()))
                        .map(Said::text)
                        .map(Conversations::letters)
                        .toList(),
                whole(theirs.said().stream()
                                .filter(Comment::ours)
                                .map(Comment::text)
                                .toList())
                        .stream()
                        .filter(Predicate.not(this::isWhatDidNotFit))
                        .toList());
        words(
                "here",
                theirs.said().stream()
                        .filter(comment -> !comment.ours() && !isLeft(comment.id()))
                        .map(Comment::text)
                        .map(Conversations::letters)
                        .filter(Predicate.not(String::isEmpty))
                        .toList(),
                joined(ours.said().stream()
                        .filter(Said::crossing)
                        .map(Said::text)
                        .toList()));
        files(
                "there",
                ours.shown().stream()
                        .filter(shown -> !shown.crossing() && !isLeft(shown.id()))
                        .map(Shown::sha256)
                        .toList(),
                theirs.shown().stream()
                        .filter(Document::ours)
                        .map(Document::sha256)
                        .toList());
        files(
                "here",
                theirs.shown().stream()
                        .filter(document -> !document.ours() && !isLeft(document.id()))
                        .map(Document::sha256)
                        .toList(),
                ours.shown().stream().filter(Shown::crossing).map(Shown::sha256).toList());
    }

    /** A subject that was cut over there is said whole beside it. */
    private boolean isWhatDidNotFit(String said) {
        String kept = letters(theirs.field("short_description"));
        return said.equals(letters(ours.subject())) && !kept.equals(said);
    }

    private boolean isLeft(String id) {
        return ours.left().contains(id);
    }

    private void words(String where, List<String> expected, List<String> there) {
        List<String> lost = Invariants.without(expected, there, text -> text);
        List<String> extra = Invariants.without(there, expected, text -> text);
        lost.forEach(text -> violate("I4", "not " + where + ": " + Invariants.brief(text)));
        extra.forEach(text -> violate("I4", "too often " + where + ": " + Invariants.brief(text)));
        if (lost.isEmpty() && extra.isEmpty() && !expected.equals(there)) {
            violate("I5", "another order " + where + ": " + there + " for " + expected);
        }
    }

    private void files(String where, List<String> expected, List<String> there) {
        Invariants.without(expected, there, sum -> sum)
                .forEach(sum -> violate("I11", "no file " + where + " with the bytes of " + sum));
        Invariants.without(there, expected, sum -> sum)
                .forEach(sum -> violate("I4", "a file too many " + where + ": " + sum));
    }

    private void violate(String invariant, String words) {
        complaint.of(invariant, "case " + ours.number(), words);
    }

    /** What we have said there, without the heads, and put together again where it had to be cut. */
    private static List<String> whole(List<String> comments) {
        List<String> whole = new ArrayList<>();
        StringBuilder parts = new StringBuilder();
        for (String comment : comments) {
            Matcher head = OUR_HEAD.matcher(comment);
            if (!head.find()) {
                whole.add(letters(comment));
                continue;
            }
            parts.append(comment, head.end(), comment.length());
            if (head.group(1) == null || Objects.equals(head.group(1), head.group(2))) {
                whole.add(letters(parts.toString()));
                parts.setLength(0);
            }
        }
        if (parts.length() > 0) {
            whole.add(letters(parts.toString()));
        }
        return whole;
    }

    /** What came from there, and is longer than a message may be, stands here as several. */
    private List<String> joined(List<String> messages) {
        List<String> expected = theirs.said().stream()
                .filter(comment -> !comment.ours() && !isLeft(comment.id()))
                .map(comment -> letters(comment.text()))
                .filter(Predicate.not(String::isEmpty))
                .toList();
        List<String> joined = new ArrayList<>();
        String open = "";
        for (String message : messages) {
            open += letters(message);
            String wanted = joined.size() < expected.size() ? expected.get(joined.size()) : open;
            boolean goesOn = wanted.length() > open.length() && wanted.startsWith(open);
            if (!goesOn) {
                joined.add(open);
                open = "";
            }
        }
        if (!open.isEmpty()) {
            joined.add(open);
        }
        return joined;
    }

    /** A text as far as both sides keep it: markup, white space and control characters are not promised to cross. */
    private static String letters(String text) {
        return NO_LETTER.matcher(MARKUP.matcher(text).replaceAll("")).replaceAll("");
    }
}
