package cl.buzon.web.live;

import cl.buzon.desk.AttachmentView;
import cl.buzon.desk.CustomerDesk;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.web.i18n.Texts;
import cl.buzon.web.rest.CallerLanguage;
import cl.buzon.web.rest.Downloads;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** All files of a case in one, packed while it is sent. */
@Path("cases/{number}/attachments.zip")
@RequestScoped
public class CaseArchiveResource {

    @Inject
    private CustomerDesk desk;

    @Inject
    private CurrentActor who;

    @Inject
    private CallerLanguage language;

    @GET
    public Response download(@PathParam("number") CaseNumber number) {
        Actor actor = who.actor();
        List<AttachmentView> files = desk.files(actor, number);
        String lostList = Texts.in(language.locale()).get("upload.lost");
        return Downloads.of(number + ".zip", "application/zip", out -> new CaseArchive(
                        lostList, file -> desk.download(actor, number, file.id()))
                .write(files, out));
    }
}
