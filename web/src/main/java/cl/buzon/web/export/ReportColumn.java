package cl.buzon.web.export;

import cl.buzon.shared.CaseRow;
import org.jspecify.annotations.Nullable;

/** The columns of the spreadsheets, in order. */
enum ReportColumn {
    NUMBER(14),
    CREATED(17),
    UPDATED(17),
    SITUATION(30),
    TRACKING(20),
    SUBJECT(50),
    STATE(20),
    COMPENSATION(22),
    AMOUNT(14),
    EXECUTIVE(24),
    REPORTER(24);

    private final int width;

    ReportColumn(int width) {
        this.width = width;
    }

    /** In characters. */
    int width() {
        return width;
    }

    String heading(ReportTexts texts) {
        return texts.get("column." + name());
    }

    /** A String, an Instant, a Clp or nothing. */
    @Nullable
    Object value(CaseRow row, ReportTexts texts) {
        return switch (this) {
            case NUMBER -> row.number().value();
            case CREATED -> row.createdAt();
            case UPDATED -> row.updatedAt();
            case SITUATION -> row.category().in(texts.heading().language());
            case TRACKING -> row.trackingNumber();
            case SUBJECT -> row.subject();
            case STATE -> texts.words().state(row.state());
            case COMPENSATION -> texts.words().compensation(row);
            case AMOUNT -> row.amount();
            case EXECUTIVE -> row.executive();
            case REPORTER -> row.reporter();
        };
    }
}
