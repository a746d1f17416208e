package cl.buzon.web.live;

import cl.buzon.desk.DraftDesk;
import cl.buzon.desk.DraftText;
import cl.buzon.shared.DraftId;
import cl.buzon.shared.DraftWindow;
import cl.buzon.web.i18n.Formats;
import cl.buzon.web.rest.Bodies;
import cl.buzon.web.security.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words of a claim, kept while they are still being typed. */
@Path("drafts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class DraftResource {

    @Inject
    private DraftDesk desk;

    @Inject
    private CurrentActor who;

    /**
     * As it stands in the fields; what the situation does not ask for is absent, and stays as it was.
     *
     * @param window as the page carries it
     * @param turn grows with each time that the window writes
     */
    record Typed(
            @Nullable String trackingNumber,
            @Nullable String subject,
            @Nullable String description,
            @Nullable String claimedAmount,
            @Nullable String window,
            @Nullable Long turn) {

        DraftText over(DraftText before) {
            return new DraftText(
                    Objects.requireNonNullElse(trackingNumber, before.trackingNumber()),
                    Objects.requireNonNullElse(subject, before.subject()),
                    Objects.requireNonNullElse(description, before.description()),
                    Objects.requireNonNullElse(claimedAmount, before.claimedAmount()));
        }

        DraftWindow from() {
            return DraftWindow.of(Objects.requireNonNullElse(window, ""), Objects.requireNonNullElse(turn, 0L));
        }
    }

    /** @param time of day, as the page shows it */
    record Kept(String time) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Kept write(@PathParam("id") UUID id, @Nullable Typed typed) {
        DraftId draft = new DraftId(id);
        DraftText before = desk.draft(who.actor(), draft).text();
        Typed sent = Bodies.required(typed);
        desk.write(who.actor(), draft, sent.over(before), sent.from());
        return new Kept(Formats.time(desk.draft(who.actor(), draft).updatedAt()));
    }
}
