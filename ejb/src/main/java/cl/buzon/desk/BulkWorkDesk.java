package cl.buzon.desk;

import cl.buzon.accounts.PortalUsers;
import cl.buzon.bulk.BulkFile;
import cl.buzon.bulk.BulkFiles;
import cl.buzon.bulk.BulkRow;
import cl.buzon.bulk.RowText;
import cl.buzon.cases.Case;
import cl.buzon.cases.Cases;
import cl.buzon.cases.Categories;
import cl.buzon.cases.TrackingNumber;
import cl.buzon.desk.ClaimRules.SoundClaim;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Wording;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the machines of the house do with files of many claims. A row becomes a case, and is known to have, in one
 * transaction: wherever the work is cut off, it goes on with the first row that still waits.
 */
@Stateless
public class BulkWorkDesk {

    /** Longer than one turn; after it another node takes a file over. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    private static final int ROUND = 5_000;

    @Inject
    private BulkFiles files;

    @Inject
    private PortalUsers users;

    @Inject
    private Cases cases;

    @Inject
    private Categories categories;

    @Inject
    private ClaimRules rules;

    @Inject
    private Opening opening;

    @Inject
    private Clock clock;

    /** Takes a file in hand that has rows to work on. */
    public Optional<UUID> claim(Actor actor) {
        Judged.machine(actor);
        return files.claim(clock.instant(), LEASE);
    }

    /** The next row to work on; none when the file is done. */
    public Optional<Integer> next(Actor actor, UUID file) {
        Judged.machine(actor);
        Optional<Integer> next = files.nextWaiting(file);
        if (next.isEmpty()) {
            files.finish(file, clock.instant());
        }
        return next;
    }

    /** Makes a case of the row, or says what is wrong with it; does nothing when somebody has meanwhile. */
    public void open(Actor actor, UUID file, int number) {
        Judged.machine(actor);
        BulkRow row = files.getForChange(file, number);
        if (row.isWaiting()) {
            work(row, sender(files.find(file).orElseThrow(Refusal.NotFound::new)));
        }
    }

    /** Leaves out a row on which we have failed ourselves, so that it holds up no other; it may be sent again. */
    public void giveUp(Actor actor, UUID file, int number) {
        Judged.machine(actor);
        BulkRow row = files.getForChange(file, number);
        if (row.isWaiting()) {
            row.rejected(List.of(Fault.of("row", "BULK_FAILED")), clock.instant());
        }
    }

    /** Gives the file back, so that another has its turn. */
    public void release(Actor actor, UUID file) {
        Judged.machine(actor);
        files.release(file, clock.instant());
    }

    /**
     * Drops rows of long finished files.
     *
     * @return whether there may be more
     */
    public boolean forgetOld(Actor actor) {
        Judged.machine(actor);
        return files.forgetOld(clock.instant(), ROUND);
    }

    private Actor.Customer sender(BulkFile file) {
        return users.find(file.user())
                .map(user -> SignInDesk.actor(user, Origin.PORTAL))
                .map(Judged::customer)
                .orElseThrow(Refusal.NotFound::new);
    }

    private void work(BulkRow row, Actor.Customer sender) {
        Instant now = clock.instant();
        Optional<BulkRow> before = files.madeBefore(row, now);
        if (before.isPresent()) {
            row.repeated(before.flatMap(BulkRow::caseNumber).filter(number -> sees(sender, number)), now);
        } else {
            open(row, sender, now);
        }
    }

    private void open(BulkRow row, Actor.Customer sender, Instant now) {
        List<Fault> faults = new ArrayList<>(row.faults());
        TypedAmount.fault(row.text().claimedAmount()).ifPresent(faults::add);
        try {
            SoundClaim sound = rules.sound(wish(row.text()), sender);
            if (faults.isEmpty()) {
                Optional.ofNullable(sound.claim().trackingNumber()).ifPresent(parcel -> warn(row, parcel, sender));
                Case opened = opening.open(sound, sender);
                opening.assign(opened);
                row.made(opened.number(), now);
                return;
            }
        } catch (Refusal.InvalidInput broken) {
            faults.addAll(broken.faults());
        }
        row.rejected(faults, now);
    }

    private NewCase wish(RowText text) {
        return new NewCase(
                new CategoryWords(categories.active()).code(Wording.tidy(text.category())),
                text.trackingNumber(),
                text.subject(),
                text.description(),
                TypedAmount.of(text.claimedAmount()).orElse(null),
                text.relatedTo());
    }

    private void warn(BulkRow row, TrackingNumber parcel, Actor.Customer sender) {
        cases.openOn(parcel, sender.account(), sender.id())
                .ifPresent(other -> row.warn(Optional.of(other)
                        .filter(one -> sender.administrator() || one.reporter().equals(sender.id()))
                        .map(Case::number)));
    }

    private boolean sees(Actor.Customer sender, CaseNumber number) {
        try {
            return cases.get(number, Judged.cases(sender)).number().equals(number);
        } catch (Refusal.NotFound colleagues) {
            return false;
        }
    }
}
