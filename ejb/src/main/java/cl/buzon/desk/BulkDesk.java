package cl.buzon.desk;

import cl.buzon.accounts.PortalUsers;
import cl.buzon.bulk.BulkFile;
import cl.buzon.bulk.BulkFiles;
import cl.buzon.bulk.BulkRow;
import cl.buzon.bulk.BulkTally;
import cl.buzon.bulk.RowState;
import cl.buzon.bulk.RowText;
import cl.buzon.cases.Categories;
import cl.buzon.cases.TrackingNumber;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.shared.Wording;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Many claims at once from a file: it is kept whole, answered at once, and its rows become cases afterwards, good ones
 * whatever the bad ones are. The same file never works twice in a company, nor does a row that is already a case.
 */
@Stateless
public class BulkDesk {

    /** Rows of one file. */
    public static final int MAX_ROWS = 5_000;

    /** Bytes of one file. */
    public static final long MAX_SIZE = 10L << 20;

    private static final int LATEST = 10;

    private BulkFiles files;
    private Categories categories;
    private PortalUsers users;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected BulkDesk() {}

    @Inject
    public BulkDesk(BulkFiles files, Categories categories, PortalUsers users, Clock clock) {
        this.files = files;
        this.categories = categories;
        this.users = users;
        this.clock = clock;
    }

    /**
     * Takes a file in, to be worked on.
     *
     * @throws Refusal.InvalidInput on {@code file}: SHEET_NO_ROWS, SHEET_TOO_MANY_ROWS, or BULK_COLLEAGUE when a colleague
     *     has sent the same, which the actor may not see
     */
    public BulkReceipt receive(Actor actor, NewBulk wish) {
        Actor.Customer customer = Judged.customer(actor);
        refuseWrongCount(wish.rows().size());
        UUID id = UUID.randomUUID();
        BulkFile.Format format = BulkFile.Format.valueOf(wish.format().name());
        String name = name(wish.name());
        boolean added = files.add(
                id,
                customer.account(),
                customer.id(),
                name,
                format,
                wish.sha256(),
                wish.rows().size(),
                clock.instant());
        if (!added) {
            return known(files.same(customer.account(), wish.sha256()).orElseThrow(), customer);
        }
        addRows(id, customer.account(), wish.rows());
        return new BulkReceipt(id, false);
    }

    private static void refuseWrongCount(int rows) {
        if (rows == 0) {
            throw new Refusal.InvalidInput(Fault.of("file", "SHEET_NO_ROWS"));
        }
        if (rows > MAX_ROWS) {
            throw new Refusal.InvalidInput(Fault.of("file", "SHEET_TOO_MANY_ROWS", MAX_ROWS));
        }
    }

    private static String name(String typed) {
        String name = typed.strip().replaceAll("\\p{Cntrl}", "");
        String cut = name.codePointCount(0, name.length()) > BulkFile.MAX_NAME
                ? name.substring(0, name.offsetByCodePoints(0, BulkFile.MAX_NAME))
                : name;
        return cut.isEmpty() ? "-" : cut;
    }

    private static BulkReceipt known(BulkFile same, Actor.Customer customer) {
        if (!customer.administrator() && !same.user().equals(customer.id())) {
            throw new Refusal.InvalidInput(Fault.of("file", "BULK_COLLEAGUE"));
        }
        return new BulkReceipt(same.id(), true);
    }

    private void addRows(UUID file, AccountId account, List<NewBulk.Row> rows) {
        CategoryWords words = new CategoryWords(categories.active());
        Map<RowText, Integer> seen = new HashMap<>();
        for (NewBulk.Row row : rows) {
            RowText normal = normal(row.text(), words);
            int occurrence = seen.merge(normal, 1, Integer::sum);
            files.add(new BulkRow(
                    file, row.number(), typed(row.text()), normal.fingerprint(account, occurrence), row.unread()));
        }
    }

    private static RowText typed(BulkRowText text) {
        return new RowText(
                text.category(),
                text.trackingNumber(),
                text.subject(),
                text.description(),
                text.claimedAmount(),
                text.relatedTo());
    }

    /** As it would be kept: two rows that differ only in how they were typed are the same. */
    private static RowText normal(BulkRowText text, CategoryWords words) {
        return new RowText(
                words.code(text.category()),
                TrackingNumber.normalise(Wording.tidy(text.trackingNumber())),
                Wording.tidy(text.subject()),
                Wording.tidy(text.description()),
                TypedAmount.of(text.claimedAmount()).map(Object::toString).orElse(text.claimedAmount()),
                Wording.tidy(text.relatedTo()));
    }

    /** The files that were sent last, the actor's own or, for an administrator, the company's. */
    public List<BulkView> latest(Actor actor) {
        Actor.Customer customer = Judged.customer(actor);
        List<BulkFile> found = files.latest(customer.account(), only(customer), LATEST);
        Set<UserId> senders = found.stream().map(BulkFile::user).collect(Collectors.toSet());
        Map<UserId, String> names = users.names(senders);
        return found.stream().map(file -> view(file, names)).toList();
    }

    /** @throws Refusal.NotFound when there is none, or none for this actor */
    public BulkView file(Actor actor, UUID id) {
        BulkFile file = visible(actor, id);
        return view(file, users.names(Set.of(file.user())));
    }

    /**
     * The rows that have come so far, in the order of the file.
     *
     * @param after {@link Page#next} or {@link Page#previous} of another page, absent for the first
     */
    public Page<BulkRowView> rows(Actor actor, UUID id, BulkRowView.State state, @Nullable String after, int limit) {
        BulkFile file = visible(actor, id);
        RowState wanted = RowState.valueOf(state.name());
        int from = after == null ? 0 : number(after);
        List<BulkRow> found = files.rows(file.id(), wanted, from, limit + 1);
        List<BulkRow> shown = found.subList(0, Math.min(limit, found.size()));
        String next =
                found.size() > limit ? Integer.toString(shown.get(limit - 1).number()) : null;
        String previous = from > 0 ? Integer.toString(files.before(file.id(), wanted, from, limit)) : null;
        return new Page<>(shown.stream().map(BulkDesk::view).toList(), next, previous);
    }

    private BulkFile visible(Actor actor, UUID id) {
        Actor.Customer customer = Judged.customer(actor);
        return files.get(id, customer.account(), only(customer));
    }

    private static @Nullable UserId only(Actor.Customer customer) {
        return customer.administrator() ? null : customer.id();
    }

    private static int number(String after) {
        try {
            return Integer.parseInt(after);
        } catch (NumberFormatException e) {
            throw new Refusal.BadCursor();
        }
    }

    private BulkView view(BulkFile file, Map<UserId, String> names) {
        BulkTally tally = files.tally(file);
        return new BulkView(
                file.id(),
                file.name(),
                BulkView.Format.valueOf(file.format().name()),
                tally.rows(),
                tally.made(),
                tally.repeated(),
                tally.rejected(),
                names.getOrDefault(file.user(), ""),
                file.receivedAt(),
                file.finishedAt().orElse(null),
                file.finishedAt()
                        .map(at -> at.plus(BulkFiles.KEPT).isAfter(clock.instant()))
                        .orElse(true));
    }

    private static BulkRowView view(BulkRow row) {
        RowText text = row.text();
        return new BulkRowView(
                row.number(),
                BulkRowView.State.valueOf(row.state().name()),
                new BulkRowText(
                        text.category(),
                        text.trackingNumber(),
                        text.subject(),
                        text.description(),
                        text.claimedAmount(),
                        text.relatedTo()),
                row.faults(),
                row.caseNumber().orElse(null),
                row.otherCase().orElse(null),
                row.isColleagues());
    }
}
