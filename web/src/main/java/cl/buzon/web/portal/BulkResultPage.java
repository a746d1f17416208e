package cl.buzon.web.portal;

import cl.buzon.desk.BulkDesk;
import cl.buzon.desk.BulkRowView;
import cl.buzon.desk.BulkView;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import cl.buzon.web.i18n.FaultTexts;
import cl.buzon.web.security.CurrentActor;
import cl.buzon.web.sheets.SheetColumn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has become of a file of many claims, row by row, while it is worked on and afterwards. */
@Named
@RequestScoped
public class BulkResultPage {

    static final String FILE = "archivo";

    private static final String MADE_AFTER = "casos";
    private static final String REPEATED_AFTER = "repetidos";
    private static final String REJECTED_AFTER = "errores";
    private static final int ROWS = 50;

    @Inject
    BulkDesk desk;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private @Nullable BulkView view;
    private @Nullable Page<BulkRowView> made;
    private @Nullable Page<BulkRowView> repeated;
    private @Nullable Page<BulkRowView> rejected;

    /** One thing to mend: the column's heading, or that it is about the whole row, and the words. */
    public record Problem(int row, String column, String words) {}

    public void open() {
        getView();
    }

    public BulkView getView() {
        if (view == null) {
            view = desk.file(current.actor(), id());
        }
        return view;
    }

    private UUID id() {
        try {
            return UUID.fromString(request.parameter(FILE));
        } catch (IllegalArgumentException e) {
            throw new Refusal.NotFound();
        }
    }

    public String getState() {
        return stateOf(getView());
    }

    static String stateOf(BulkView of) {
        if (!of.isFinished()) {
            return "WORKING";
        }
        return of.rejected() > 0 ? "MEND" : "DONE";
    }

    public Page<BulkRowView> getMade() {
        if (made == null) {
            made = rows(BulkRowView.State.MADE, MADE_AFTER);
        }
        return made;
    }

    public Page<BulkRowView> getRepeated() {
        if (repeated == null) {
            repeated = rows(BulkRowView.State.REPEATED, REPEATED_AFTER);
        }
        return repeated;
    }

    public Page<BulkRowView> getRejected() {
        if (rejected == null) {
            rejected = rows(BulkRowView.State.REJECTED, REJECTED_AFTER);
        }
        return rejected;
    }

    private Page<BulkRowView> rows(BulkRowView.State state, String place) {
        return desk.rows(current.actor(), id(), state, request.optional(place).orElse(null), ROWS);
    }

    public List<Problem> getProblems() {
        return getRejected().items().stream()
                .flatMap(row -> row.faults().stream().map(fault -> problem(row.number(), fault)))
                .toList();
    }

    private Problem problem(int row, Fault fault) {
        Locale language = request.texts().language();
        String column = SheetColumn.of(fault.field())
                .map(one -> one.heading(language))
                .orElseGet(() -> request.texts().get("bulk.whole"));
        return new Problem(row, column, FaultTexts.of(fault, language));
    }

    /** What its sender should know of a row that went well. */
    public String note(BulkRowView row) {
        if (row.otherCase() != null) {
            return request.texts().format("bulk.other", row.otherCase().value());
        }
        if (!row.colleague()) {
            return "";
        }
        return request.texts()
                .get(row.state() == BulkRowView.State.MADE ? "bulk.other.colleague" : "bulk.repeated.colleague");
    }

    public String caseAddress(BulkRowView row) {
        return row.caseNumber() == null
                ? ""
                : request.address("/caso")
                        .with("numero", row.caseNumber().value())
                        .toString();
    }

    public String getDownload() {
        return request.address("/live/bulk/" + id() + "/rejected").toString();
    }

    public String getHere() {
        return here().toString();
    }

    public String getNextMade() {
        return next(MADE_AFTER, getMade());
    }

    public String getNextRepeated() {
        return next(REPEATED_AFTER, getRepeated());
    }

    public String getNextRejected() {
        return next(REJECTED_AFTER, getRejected());
    }

    public String getPreviousMade() {
        return previous(MADE_AFTER, getMade());
    }

    public String getPreviousRepeated() {
        return previous(REPEATED_AFTER, getRepeated());
    }

    public String getPreviousRejected() {
        return previous(REJECTED_AFTER, getRejected());
    }

    private String next(String place, Page<BulkRowView> of) {
        return of.next() == null ? "" : here().with(place, of.next()).toString();
    }

    private String previous(String place, Page<BulkRowView> of) {
        return of.previous() == null ? "" : here().with(place, of.previous()).toString();
    }

    private Address here() {
        return request.address("/carga-resultado").with(FILE, id().toString());
    }
}
