package cl.buzon.connector.reconcile;

import cl.buzon.connector.link.Attempt;
import cl.buzon.connector.link.Fact;
import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.Print;
import cl.buzon.connector.link.Progress;
import cl.buzon.connector.link.SyncItem;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.link.Telling;
import cl.buzon.connector.spi.OutgoingFile;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.desk.AttachmentView;
import cl.buzon.desk.MirroredEntry;
import cl.buzon.shared.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Sends what has been said and shown here, one after the other in its order. What of ours is met on the other side
 * without being paired is taken for the next thing that says the same: it was sent, and nobody heard the answer.
 */
final class Outbound {

    private static final int LOOK = 50;
    static final String CHANGED_THERE = "CHANGED_THERE";

    private final Cycle cycle;
    private final List<Fact> met;
    private int parts;
    private boolean sent;

    /** @param met what of ours is there and was not known to be sent */
    Outbound(Cycle cycle, List<Fact> met) {
        this.cycle = cycle;
        this.met = new ArrayList<>(met);
        this.parts = cycle.link().progress().parts();
    }

    /** @return whether anything was sent */
    boolean send() {
        if (cycle.link().progress().position() < 0) {
            say(cycle.caseId().value(), cycle.ours().customer().name(), cycle.remote.overflow(Tickets.wish(cycle)), 0);
        }
        int last = cycle.ours().entries();
        int looked = cycle.link().progress().position();
        while (looked < last) {
            cycle.cases.entries(cycle.caseId(), looked, LOOK).stream()
                    .filter(entry -> entry.origin() != Origin.SYNC)
                    .forEach(this::send);
            looked = Math.min(looked + LOOK, last);
            reach(looked);
        }
        return sent;
    }

    private void send(MirroredEntry entry) {
        if (entry.text() != null) {
            say(entry.id(), entry.author(), cycle.remote.comments(entry.author(), entry.text()), entry.position());
        } else {
            attach(entry, Objects.requireNonNull(entry.file()));
        }
    }

    private void say(UUID item, String author, List<String> comments, int position) {
        cycle.about = Health.About.MESSAGE;
        cycle.detail = author;
        for (int part = parts; part < comments.size(); part++) {
            say(item, part, comments.get(part));
        }
        done(position);
    }

    private void say(UUID item, int part, String comment) {
        SyncItem said = item(item, part, SyncItem.Way.DELIVERED, Print.ofComment(comment));
        Progress further = cycle.link().progress().onePart();
        Optional<Fact> there = met(said.print());
        if (there.isPresent()) {
            cycle.save(cycle.entry(cycle.link().with(further))
                    .item(said.under(there.get().remoteId())));
        } else {
            Ticket told = cycle.write(
                    Attempt.atItem(Attempt.What.MESSAGE, said.print(), cycle.now()),
                    () -> cycle.remote.say(cycle.ticket(), comment));
            if (isNews(told)) {
                cycle.heardNow();
            }
            cycle.save(cycle.entry(cycle.link().hears(told).with(further)).item(said));
        }
        sent = true;
    }

    /** It may tell the ticket as it stood before, and as somebody has looked at it a while ago. */
    private boolean isNews(Ticket told) {
        Telling known = cycle.link().told();
        return known == null || known.stamp().isOlderThan(told.stamp());
    }

    private void attach(MirroredEntry entry, AttachmentView file) {
        cycle.about = Health.About.FILE;
        cycle.detail = file.name();
        String name = cycle.remote.fileName(file.name());
        SyncItem copy = item(entry.id(), 0, SyncItem.Way.DELIVERED, Print.ofFile(name, file.size()));
        Progress further = cycle.link().progress().upTo(entry.position());
        Optional<Fact> there = met(copy.print());
        if (there.isPresent()) {
            // What has the print of a file is one
            arrived(copy, file, cycle.link().with(further), ((Fact.Attached) there.get()).file());
        } else if (!cycle.remote.capabilities().takesFileOf(file.size())) {
            refused(copy, file, cycle.link().with(further), "FILE_SIZE");
        } else if (isIgnored(file)) {
            SyncLink beyond = cycle.link().with(further);
            refused(
                    copy,
                    file,
                    beyond.with(Health.GOOD),
                    Objects.requireNonNullElse(beyond.health().reason(), "IGNORED"));
        } else {
            upload(file, copy, further);
        }
        sent = true;
        parts = 0;
        cycle.about = Health.About.CASE;
        cycle.detail = null;
    }

    /** Whether a person has seen that it is refused, and wants the rest to go on without it. */
    private boolean isIgnored(AttachmentView file) {
        Health health = cycle.link().health();
        return health.state() == Health.State.IGNORED
                && health.about() == Health.About.FILE
                && file.name().equals(health.detail());
    }

    /** When it is refused the case waits for a person: a right that is missing over there can be given. */
    private void upload(AttachmentView file, SyncItem copy, Progress further) {
        OutgoingFile outgoing = new OutgoingFile(
                cycle.remote.fileName(file.name()),
                file.contentType(),
                file.size(),
                cycle.cases.content(cycle.caseId(), file.id()));
        RemoteFile stored = cycle.write(
                Attempt.atItem(Attempt.What.FILE, copy.print(), cycle.now()),
                () -> cycle.remote.attach(cycle.ticket(), outgoing));
        arrived(copy, file, cycle.link().with(further), stored);
    }

    private void arrived(SyncItem copy, AttachmentView file, SyncLink beyond, RemoteFile there) {
        boolean other = there.size() >= 0 && there.size() != file.size();
        if (other || there.readiness() == RemoteFile.Readiness.CUT) {
            cut(copy, file, beyond, there);
        } else {
            cycle.save(cycle.entry(beyond).item(copy.under(there.id())));
        }
    }

    /** It is there, only not whole: sent once more it would be there twice, and as little. */
    private void cut(SyncItem copy, AttachmentView file, SyncLink beyond, RemoteFile stored) {
        SyncItem there = new SyncItem(
                copy.caseId(),
                copy.item(),
                copy.part(),
                SyncItem.Way.NOT_DELIVERED,
                stored.id(),
                copy.print(),
                CHANGED_THERE);
        cycle.save(cycle.entry(beyond)
                .item(there)
                .conflict(cycle.conflict(
                        "FILE", sized(file.name(), file.size()), sized(stored.name(), stored.size()), CHANGED_THERE)));
    }

    private static String sized(String name, long size) {
        return name + " (" + size + " B)";
    }

    /** What the other side will never take stays here, and what comes after it goes on. */
    private void refused(SyncItem copy, AttachmentView file, SyncLink beyond, String reason) {
        SyncItem left = new SyncItem(
                copy.caseId(), copy.item(), copy.part(), SyncItem.Way.NOT_DELIVERED, null, copy.print(), reason);
        cycle.save(cycle.entry(beyond).item(left).conflict(cycle.conflict("FILE", file.name(), null, reason)));
    }

    private SyncItem item(UUID item, int part, SyncItem.Way way, String print) {
        return new SyncItem(cycle.caseId(), item, part, way, null, print, null);
    }

    private Optional<Fact> met(String print) {
        Optional<Fact> found =
                met.stream().filter(fact -> fact.print().equals(print)).findFirst();
        found.ifPresent(met::remove);
        return found;
    }

    private void done(int position) {
        parts = 0;
        reach(position);
        cycle.about = Health.About.CASE;
        cycle.detail = null;
    }

    private void reach(int position) {
        if (cycle.link().progress().position() < position) {
            cycle.save(cycle.link().with(cycle.link().progress().upTo(position)));
        }
    }
}
