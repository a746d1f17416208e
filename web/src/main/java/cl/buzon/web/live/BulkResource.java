package cl.buzon.web.live;

import cl.buzon.desk.BulkDesk;
import cl.buzon.desk.BulkRowView;
import cl.buzon.desk.BulkView;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import cl.buzon.web.export.ReportFormat;
import cl.buzon.web.rest.CallerLanguage;
import cl.buzon.web.rest.Downloads;
import cl.buzon.web.security.CurrentActor;
import cl.buzon.web.sheets.RejectedRows;
import cl.buzon.web.sheets.SheetTemplate;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files around many cases: the empty one to fill in, and the bad rows to mend. */
@Path("bulk")
@RequestScoped
public class BulkResource {

    private static final int STEP = 200;

    @Inject
    private BulkDesk desk;

    @Inject
    private CustomerDesk customers;

    @Inject
    private CurrentActor who;

    @Inject
    private CallerLanguage language;

    @GET
    @Path("template")
    public Response template(@Nullable @QueryParam("format") String format) {
        BulkView.Format wanted = "csv".equals(format) ? BulkView.Format.CSV : BulkView.Format.XLSX;
        SheetTemplate template = new SheetTemplate(wanted, customers.categories(), language.locale());
        return Downloads.of(template.fileName(), contentType(wanted), template::write);
    }

    @GET
    @Path("{id}/rejected")
    public Response rejected(@PathParam("id") UUID id) {
        Actor actor = who.actor();
        BulkView file = desk.file(actor, id);
        if (!file.rowsKept()) {
            throw new Refusal.NotFound();
        }
        RejectedRows rows = new RejectedRows(file, language.locale());
        return Downloads.of(
                rows.fileName(), contentType(file.format()), out -> rows.write(out, each -> each(actor, id, each)));
    }

    private void each(Actor actor, UUID id, Consumer<BulkRowView> row) {
        String next = null;
        do {
            Page<BulkRowView> page = desk.rows(actor, id, BulkRowView.State.REJECTED, next, STEP);
            page.items().forEach(row);
            next = page.next();
        } while (next != null);
    }

    private static String contentType(BulkView.Format format) {
        return ReportFormat.valueOf(format.name()).contentType();
    }
}
