package cl.buzon.web.portal;

import cl.buzon.desk.BulkDesk;
import cl.buzon.desk.BulkReceipt;
import cl.buzon.desk.BulkView;
import cl.buzon.desk.CategoryView;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.desk.NewBulk;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.web.i18n.FaultTexts;
import cl.buzon.web.i18n.Formats;
import cl.buzon.web.security.CurrentActor;
import cl.buzon.web.sheets.SheetColumn;
import cl.buzon.web.sheets.SheetFile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where many cases begin: the template, the file, and the files of before. */
@Named
@RequestScoped
public class BulkPage {

    private static final String FILE = "file";

    @Inject
    BulkDesk desk;

    @Inject
    CustomerDesk customers;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private @Nullable Part file;
    private @Nullable List<BulkView> latest;

    /** A column of the template, as the page explains it. */
    public record Column(String heading, String about, boolean required) {}

    public void open() {
        getLatest();
    }

    public void send() {
        Part chosen = file;
        if (chosen == null
                || chosen.getSubmittedFileName() == null
                || chosen.getSubmittedFileName().isBlank()) {
            request.complain(FILE, request.texts().get("bulk.choose"));
            return;
        }
        try {
            NewBulk read = SheetFile.read(chosen.getSubmittedFileName(), chosen::getInputStream, language());
            BulkReceipt receipt = desk.receive(current.actor(), read);
            if (receipt.repeated()) {
                request.tell("bulk.repeated");
            } else {
                request.tell("bulk.received", read.name());
            }
            request.goTo(result(receipt.file().toString()));
        } catch (Refusal.InvalidInput refused) {
            refused.faults().forEach(this::complain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void complain(Fault fault) {
        request.complain(FILE, FaultTexts.of(fault, language()));
    }

    public List<BulkView> getLatest() {
        if (latest == null) {
            latest = desk.latest(current.actor());
        }
        return latest;
    }

    /** How a file stands, as a key of words and looks. */
    public String state(BulkView of) {
        return BulkResultPage.stateOf(of);
    }

    public String address(BulkView of) {
        return result(of.id().toString()).toString();
    }

    private Address result(String id) {
        return request.address("/carga-resultado").with(BulkResultPage.FILE, id);
    }

    public List<Column> getColumns() {
        return Stream.of(SheetColumn.values())
                .map(column -> new Column(column.heading(language()), column.about(language()), column.isRequired()))
                .toList();
    }

    public List<CategoryView> getCategories() {
        return customers.categories();
    }

    public String template(String format) {
        return request.address("/live/bulk/template").with("format", format).toString();
    }

    public String getText() {
        return request.texts().format("bulk.text", BulkDesk.MAX_ROWS);
    }

    public String getHint() {
        return request.texts().format("bulk.file.hint", Formats.size(BulkDesk.MAX_SIZE), BulkDesk.MAX_ROWS);
    }

    private Locale language() {
        return request.texts().language();
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part chosen) {
        file = chosen;
    }
}
