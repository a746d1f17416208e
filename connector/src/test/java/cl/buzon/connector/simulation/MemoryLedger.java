package cl.buzon.connector.simulation;

import cl.buzon.connector.link.Conflict;
import cl.buzon.connector.link.Entry;
import cl.buzon.connector.link.Fact;
import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.SyncItem;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.link.Telling;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.shared.CaseId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ledger and the marks, as the database keeps them. */
final class MemoryLedger implements Book {

    private final Map<CaseId, SyncLink> links = new HashMap<>();
    private final Map<CaseId, Long> marks = new HashMap<>();
    private final List<SyncItem> items = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Map<CaseId, Map<String, Fact>> facts = new HashMap<>();
    private final Map<CaseId, UUID> leases = new HashMap<>();
    private final Chaos chaos;
    private boolean joined;
    private long lost;

    MemoryLedger(Chaos chaos) {
        this.chaos = chaos;
    }

    @Override
    public void mark(CaseId caseId) {
        marks.merge(caseId, 1L, Long::sum);
    }

    @Override
    public List<CaseId> marked() {
        return List.copyOf(marks.keySet());
    }

    @Override
    public List<SyncItem> items() {
        return items;
    }

    @Override
    public List<Conflict> conflicts() {
        return conflicts;
    }

    @Override
    public Lease claim(CaseId caseId) {
        UUID token = UUID.randomUUID();
        leases.put(caseId, token);
        return new Lease(
                caseId,
                token,
                marks.getOrDefault(caseId, 0L),
                false,
                0,
                chaos.instant().plusSeconds(120));
    }

    @Override
    public void release(Lease lease) {
        if (lease.token().equals(leases.get(lease.caseId()))) {
            marks.remove(lease.caseId(), lease.changes());
        }
    }

    @Override
    public void poll(Changes changes) {
        hear(changes).forEach(this::mark);
    }

    @Override
    public Set<CaseId> hear(Changes changes) {
        Set<CaseId> news = new LinkedHashSet<>();
        Set<TicketId> lost = lost(changes);
        if (changes.lost() != null) {
            forget(changes.lost(), news);
        }
        for (Ticket ticket : changes.tickets()) {
            known(ticket.id(), lost).ifPresent(link -> {
                SyncLink heard = link.hears(ticket);
                if (!heard.equals(link)) {
                    links.put(link.caseId(), heard);
                    news.add(link.caseId());
                }
            });
        }
        Stream.concat(
                        changes.messages().stream().map(Fact.Said::new),
                        changes.files().stream().map(Fact.Attached::new))
                .forEach(fact -> known(ticket(fact), lost).ifPresent(link -> {
                    if (add(link.caseId(), fact)) {
                        news.add(link.caseId());
                    }
                }));
        lost.forEach(ticket -> of(ticket)
                .filter(link -> link.health().state() != Health.State.GONE)
                .ifPresent(link -> {
                    links.put(link.caseId(), link.looking(true));
                    news.add(link.caseId());
                }));
        return news;
    }

    /** What the other side does not know any more. */
    private void forget(Changes.Lost lost, Set<CaseId> news) {
        links.replaceAll((caseId, link) -> {
            Telling told = link.told();
            if (told == null || told.stamp().revision() <= lost.revision()) {
                return link;
            }
            news.add(caseId);
            return new SyncLink(
                    caseId,
                    link.ticket(),
                    link.number(),
                    link.agreed(),
                    null,
                    link.progress(),
                    link.attempt(),
                    link.health(),
                    true);
        });
        items.replaceAll(item -> isLost(item.remoteId(), lost) ? item.under(lostKey(item.remoteId())) : item);
        facts.values().forEach(open -> {
            List<Fact> gone = open.values().stream()
                    .filter(fact -> isLost(fact.remoteId(), lost))
                    .toList();
            for (Fact fact : gone) {
                open.remove(fact.remoteId());
                String key = lostKey(fact.remoteId());
                open.put(key, under(key, fact));
            }
        });
    }

    private static boolean isLost(@Nullable String key, Changes.Lost lost) {
        return key != null && key.compareTo(lost.key()) > 0 && !key.contains(" lost ");
    }

    /** Each time another one, for it may be lost again. */
    private String lostKey(@Nullable String key) {
        return key + " lost " + ++lost;
    }

    private static Fact under(String key, Fact fact) {
        if (fact instanceof Fact.Said said) {
            RemoteMessage one = said.message();
            return new Fact.Said(new RemoteMessage(key, one.ticket(), one.author(), one.at(), one.text()));
        }
        RemoteFile one = ((Fact.Attached) fact).file();
        return new Fact.Attached(
                new RemoteFile(key, one.ticket(), one.author(), one.at(), one.name(), one.size(), one.readiness()));
    }

    /** Tickets that were missed, or carry another number than they did. */
    private Set<TicketId> lost(Changes changes) {
        Set<TicketId> lost = new LinkedHashSet<>(changes.missed());
        Stream.of(
                        changes.tickets().stream().map(Ticket::id),
                        changes.messages().stream().map(RemoteMessage::ticket),
                        changes.files().stream().map(RemoteFile::ticket))
                .flatMap(told -> told)
                .filter(told -> of(told).filter(link -> told.isOfAnother(Objects.requireNonNull(link.ticket())))
                        .isPresent())
                .forEach(lost::add);
        return lost;
    }

    private Optional<SyncLink> known(TicketId ticket, Set<TicketId> lost) {
        return lost.contains(ticket) ? Optional.empty() : of(ticket);
    }

    private static TicketId ticket(Fact fact) {
        return fact instanceof Fact.Said said
                ? said.message().ticket()
                : ((Fact.Attached) fact).file().ticket();
    }

    private Optional<SyncLink> of(TicketId ticket) {
        return links.values().stream()
                .filter(link -> ticket.equals(link.ticket()))
                .findFirst();
    }

    private boolean add(CaseId caseId, Fact fact) {
        boolean paired = items.stream().anyMatch(item -> fact.remoteId().equals(item.remoteId()));
        Map<String, Fact> open = facts.computeIfAbsent(caseId, any -> new HashMap<>());
        return !paired && !fact.equals(open.put(fact.remoteId(), fact));
    }

    @Override
    public Optional<SyncLink> find(CaseId caseId) {
        return Optional.ofNullable(links.get(caseId));
    }

    @Override
    public List<Fact> facts(CaseId caseId, boolean us, int limit) {
        return facts.getOrDefault(caseId, Map.of()).values().stream()
                .filter(fact -> fact.author().us() == us)
                .sorted(Comparator.comparing(Fact::at).thenComparing(Fact::remoteId))
                .limit(limit)
                .toList();
    }

    @Override
    public List<SyncItem> unpaired(CaseId caseId) {
        return items.stream()
                .filter(item -> item.caseId().equals(caseId))
                .filter(item -> item.way() == SyncItem.Way.DELIVERED && item.remoteId() == null)
                .toList();
    }

    @Override
    public void save(Entry entry) {
        chaos.mayCrash();
        write(entry);
        if (!joined) {
            chaos.mayCrash();
        }
    }

    @Override
    public void inOne(Runnable transaction) {
        joined = true;
        try {
            transaction.run();
        } finally {
            joined = false;
        }
    }

    private void write(Entry entry) {
        CaseId caseId = entry.lease().caseId();
        if (!entry.lease().token().equals(leases.get(caseId))) {
            throw new Lease.Lost(caseId);
        }
        SyncLink before = links.get(caseId);
        SyncLink after = entry.link();
        links.put(caseId, newest(before, after));
        entry.heard().forEach(fact -> add(caseId, fact));
        for (SyncItem item : entry.items()) {
            items.removeIf(
                    known -> item.item() != null && item.item().equals(known.item()) && item.part() == known.part());
            items.add(item);
            if (item.remoteId() != null) {
                facts.getOrDefault(caseId, new HashMap<>()).remove(item.remoteId());
            }
        }
        conflicts.addAll(entry.conflicts());
    }

    private static SyncLink newest(@Nullable SyncLink before, SyncLink after) {
        Telling stored = before == null ? null : before.told();
        Telling own = after.told();
        if (stored == null || own == null || !own.stamp().isOlderThan(stored.stamp())) {
            return after;
        }
        return new SyncLink(
                after.caseId(),
                after.ticket(),
                after.number(),
                after.agreed(),
                stored,
                after.progress(),
                after.attempt(),
                after.health(),
                after.look());
    }
}
