package cl.buzon.connector.translation;

import java.io.IOException;
import java.io.Reader;

/**
 * Reads HTML of any length as it comes, and keeps what words can stand in: pictures and the like, which make letters large,
 * are written within tags or comments.
 */
public final class SlimHtml {

    /** Characters of a tag that are kept: its name comes first, and nothing else of it is a word. */
    private static final int TAG = 200;

    private static final String OPEN_COMMENT = "<!--";
    private static final String CLOSE_COMMENT = "-->";

    /** Stands for what was not read any more. */
    private static final String MORE = "<p>[…]</p>";

    private final int most;
    private final StringBuilder kept = new StringBuilder();

    /** Where the tag begins that is being read; negative outside of one. */
    private int tag = -1;

    private boolean comment;
    private String ending = "";
    private int quote;

    private SlimHtml(int most) {
        this.most = most;
    }

    /**
     * @param most characters that are kept; what follows is not even read
     * @return the same words, whether or not it is the same markup; with a mark at its end when there were more
     */
    public static String of(Reader html, int most) throws IOException {
        return new SlimHtml(most).read(html);
    }

    private String read(Reader html) throws IOException {
        char[] chunk = new char[16 * 1024];
        int length;
        while ((length = html.read(chunk)) >= 0) {
            for (int i = 0; i < length; i++) {
                if (kept.length() >= most) {
                    kept.setLength(tag < 0 ? kept.length() : tag);
                    return kept.append(MORE).toString();
                }
                take(chunk[i]);
            }
        }
        return kept.toString();
    }

    private void take(char one) {
        if (comment) {
            skip(one);
        } else if (tag >= 0) {
            within(one);
        } else {
            if (one == '<') {
                tag = kept.length();
            }
            kept.append(one);
        }
    }

    /** Until the end of a comment. */
    private void skip(char one) {
        ending = (ending + one).substring(ending.length() == CLOSE_COMMENT.length() ? 1 : 0);
        comment = !ending.equals(CLOSE_COMMENT);
    }

    private void within(char one) {
        if (kept.length() - tag < TAG) {
            kept.append(one);
        }
        if (kept.length() - tag == 2 && !Character.isLetter(one) && one != '/' && one != '!') {
            tag = one == '<' ? tag + 1 : -1; // Less than something
        } else if (kept.length() - tag == OPEN_COMMENT.length() && kept.indexOf(OPEN_COMMENT, tag) == tag) {
            kept.setLength(tag);
            tag = -1;
            comment = true;
            ending = "";
        } else if (quote != 0) {
            quote = one == quote ? 0 : quote;
        } else if (one == '"' || one == '\'') {
            quote = one;
        } else if (one == '>') {
            end();
        }
    }

    /** Of a tag that was too long its name is enough. */
    private void end() {
        if (kept.length() - tag == TAG) {
            int end = tag + 2;
            while (end < kept.length() && Character.isLetterOrDigit(kept.charAt(end))) {
                end++;
            }
            kept.setLength(end);
            kept.append('>');
        }
        tag = -1;
    }
}
