package cl.buzon.connector.requesttracker;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What Request Tracker has not kept whole: where its settings say so, it cuts what is too large or puts a sentence in its
 * place. The part itself goes on telling how large it was; that it is not any more, a transaction after it says.
 */
record Cuts(List<Cut> all) {

    static final String TRUNCATED = "AttachmentTruncate";
    static final String DROPPED = "AttachmentDrop";
    static final List<String> TYPES = List.of(TRUNCATED, DROPPED);

    /**
     * One part that was too large.
     *
     * @param note number of the transaction that says so
     * @param name of the file; empty for words
     * @param size bytes that it had
     * @param kept bytes of it that are there
     */
    record Cut(long note, String ticket, String name, long size, long kept) {

        private static Cut of(Item note) {
            boolean dropped = note.text("Type").equals(DROPPED);
            return new Cut(
                    note.id(),
                    note.text("ObjectId"),
                    note.text("Data"),
                    note.number("OldValue"),
                    dropped ? 0 : note.number("NewValue"));
        }

        /** In place of a file that is dropped lies a text, whose name ends so. */
        private boolean isOf(Piece piece) {
            return piece.transaction() < note
                    && piece.length() == size
                    && (piece.given().equals(name) || piece.given().equals(name + ".txt"));
        }
    }

    Cuts {
        all = List.copyOf(all);
    }

    private static boolean isOne(Item transaction) {
        return TYPES.contains(transaction.text("Type"));
    }

    /** Those that some transactions tell of. */
    static Cuts of(List<Item> transactions) {
        return new Cuts(transactions.stream().filter(Cuts::isOne).map(Cut::of).toList());
    }

    /** Parts with what became of them. */
    Letter seen(String ticket, Letter letter) {
        return all.isEmpty()
                ? letter
                : new Letter(letter.pieces().stream()
                        .map(piece -> seen(ticket, piece))
                        .toList());
    }

    Piece seen(String ticket, Piece piece) {
        return all.stream()
                .filter(cut -> cut.ticket().equals(ticket) && cut.isOf(piece))
                .findFirst()
                .map(piece::cut)
                .orElse(piece);
    }

    /**
     * Tickets of which a page tells that something was cut, and not what: that may have been told on the page before, as
     * if it were whole.
     */
    static List<String> alone(List<Item> transactions) {
        Map<String, Item> first = transactions.stream()
                .collect(Collectors.toMap(one -> one.text("ObjectId"), one -> one, (one, other) -> one));
        return first.entrySet().stream()
                .filter(one -> isOne(one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
