package cl.buzon.web.sheets;

import cl.buzon.desk.BulkRowText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a sheet of claims, in the order of the template. */
public enum SheetColumn {
    CATEGORY("category", true, 30),
    TRACKING_NUMBER("trackingNumber", true, 20),
    SUBJECT("subject", true, 40),
    DESCRIPTION("description", true, 60),
    CLAIMED_AMOUNT("claimedAmount", false, 16),
    RELATED_TO("relatedTo", false, 18);

    private final String field;
    private final boolean required;
    private final int width;

    SheetColumn(String field, boolean required, int width) {
        this.field = field;
        this.required = required;
        this.width = width;
    }

    /** The column of a fault's field; none for what is about the whole row. */
    public static Optional<SheetColumn> of(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findFirst();
    }

    /** Its name in the JSON API. */
    String field() {
        return field;
    }

    /** Whether a sheet must have it. */
    public boolean isRequired() {
        return required;
    }

    /** In characters. */
    int width() {
        return width;
    }

    String text(BulkRowText row) {
        return switch (this) {
            case CATEGORY -> row.category();
            case TRACKING_NUMBER -> row.trackingNumber();
            case SUBJECT -> row.subject();
            case DESCRIPTION -> row.description();
            case CLAIMED_AMOUNT -> row.claimedAmount();
            case RELATED_TO -> row.relatedTo();
        };
    }

    public String heading(Locale language) {
        return SheetWords.in(language).get("column." + name());
    }

    /** What goes into it. */
    public String about(Locale language) {
        return SheetWords.in(language).get("about." + name());
    }
}
