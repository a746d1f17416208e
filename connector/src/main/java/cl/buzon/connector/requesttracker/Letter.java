package cl.buzon.connector.requesttracker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was said at once, put together as its writer's program has taken it apart: one of several alternatives, and of a mixture
 * all texts in their order.
 */
record Letter(List<Piece> pieces) {

    private static final String APART = "\n\n";

    Letter {
        pieces = List.copyOf(pieces);
    }

    List<Piece> files() {
        return pieces.stream().filter(Piece::isFile).toList();
    }

    List<Piece> texts() {
        return pieces.stream().filter(Piece::isText).toList();
    }

    /** Whether what it says depends on what lies in what. */
    boolean isNested() {
        return texts().size() > 1;
    }

    /** With what the heads of its parts tell about their places. */
    Letter placed(Map<Long, Item> heads) {
        return new Letter(pieces.stream()
                .map(piece -> {
                    Item head = heads.get(piece.id());
                    return head == null ? piece : piece.in(head);
                })
                .toList());
    }

    /** @param words of a text, without markup; blank for none */
    String text(Function<Piece, String> words) {
        String own = joined(0, words, false);
        // Nothing was written but what was passed on
        return own.isBlank() ? joined(0, words, true) : own;
    }

    private String joined(long within, Function<Piece, String> words, boolean passedOn) {
        List<String> texts = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.within() == within) {
                String text = text(piece, words, passedOn);
                if (!text.isBlank()) {
                    texts.add(text);
                }
            }
        }
        return String.join(APART, texts);
    }

    private String text(Piece piece, Function<Piece, String> words, boolean passedOn) {
        if (piece.isText()) {
            return words.apply(piece);
        } else if (piece.isAlternative()) {
            return alternative(piece.id(), words, passedOn);
        } else if (piece.holdsOthers() && (passedOn || !piece.type().startsWith("message/"))) {
            return joined(piece.id(), words, passedOn);
        }
        return "";
    }

    /** The plain one, unless it says nothing. */
    private String alternative(long within, Function<Piece, String> words, boolean passedOn) {
        List<Piece> choice =
                pieces.stream().filter(piece -> piece.within() == within).toList();
        List<Piece> order =
                new ArrayList<>(choice.stream().filter(Piece::isPlain).toList());
        choice.stream().filter(piece -> !piece.isPlain()).forEach(order::add);
        return order.stream()
                .map(piece -> text(piece, words, passedOn))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
