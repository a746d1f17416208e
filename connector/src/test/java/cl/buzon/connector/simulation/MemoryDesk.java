package cl.buzon.connector.simulation;

import cl.buzon.cases.CaseTransitions;
import cl.buzon.cases.CaseTransitions.Party;
import cl.buzon.connector.reconcile.CaseSide;
import cl.buzon.connector.reconcile.Deed;
import cl.buzon.connector.spi.OutgoingFile;
import cl.buzon.desk.AttachmentView;
import cl.buzon.desk.MirroredCase;
import cl.buzon.desk.MirroredEntry;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The case desk, with its own table of moves and without a database. */
final class MemoryDesk implements CaseSide {

    static final Set<String> EXECUTIVES = Set.of("ana@x", "berta@x");

    private static final Set<CompensationState> NOT_STAFFS =
            Set.of(CompensationState.REQUESTED, CompensationState.WITHDRAWN);

    final Map<CaseId, MirroredCase> cases = new LinkedHashMap<>();
    private final Map<CaseId, List<MirroredEntry>> entries = new HashMap<>();
    private final Chaos chaos;
    private final Book ledger;

    MemoryDesk(Chaos chaos, Book ledger) {
        this.chaos = chaos;
        this.ledger = ledger;
    }

    void open(int ordinal, boolean verbose) {
        CaseId id = new CaseId(new UUID(7, ordinal));
        cases.put(
                id,
                new MirroredCase(
                        id,
                        CaseNumber.of("CS", ordinal),
                        0,
                        1,
                        chaos.instant(),
                        CaseState.NEW,
                        "LOSS",
                        null,
                        "Asunto",
                        verbose ? "Una descripción que no cabe entera" : "Corta",
                        new MirroredCase.Customer("Camila", "c@x", "Andes"),
                        "ana@x",
                        CompensationState.REQUESTED,
                        null,
                        null,
                        null));
        entries.put(id, new ArrayList<>());
        ledger.mark(id);
    }

    /** The customer's deeds; what the state does not allow is not done. */
    void customer(CaseId id, String word) {
        MirroredCase now = of(id);
        switch (chaos.random.nextInt(8)) {
            case 0, 1, 2 -> say(id, word, ActorKind.CUSTOMER, Origin.PORTAL);
            case 3 -> file(id, word, Origin.PORTAL);
            case 4 -> act(id, CaseAction.ACCEPT, word);
            case 5 -> act(id, CaseAction.REJECT, word);
            case 6 -> act(id, CaseAction.CLOSE, word);
            default -> {
                if (now.compensation().isUndecided()) {
                    put(compensated(now, CompensationState.WITHDRAWN, now.amount()));
                }
            }
        }
        ledger.mark(id);
    }

    /** The customer says something. */
    void say(CaseId id, String text) {
        say(id, text, ActorKind.CUSTOMER, Origin.PORTAL);
        ledger.mark(id);
    }

    /** The customer shows something, whose bytes are its name. */
    void show(CaseId id, String name) {
        show(id, name, name.length());
    }

    /** The same, whose bytes are its name as often as it takes. */
    void show(CaseId id, String name, int size) {
        file(id, name, size, Origin.PORTAL);
        ledger.mark(id);
    }

    /** The customer wants no money any more. */
    void withdraw(CaseId id) {
        put(compensated(of(id), CompensationState.WITHDRAWN, of(id).amount()));
        ledger.mark(id);
    }

    /** The customer decides something. */
    void decide(CaseId id, CaseAction action) {
        act(id, action, "Porque sí");
        ledger.mark(id);
    }

    private void act(CaseId id, CaseAction action, String reason) {
        CaseTransitions.target(of(id).state(), action, Party.CUSTOMER).ifPresent(to -> {
            move(id, to);
            add(id, reason, null, ActorKind.CUSTOMER, Origin.PORTAL);
        });
    }

    private UUID say(CaseId id, String text, ActorKind kind, Origin origin) {
        if (of(id).state().isFinal()) {
            return UUID.randomUUID();
        }
        UUID made = add(id, text, null, kind, origin);
        if (kind == ActorKind.CUSTOMER && of(id).state() == CaseState.AWAITING_INFO) {
            move(id, CaseState.OPEN);
        } else if (kind == ActorKind.EXECUTIVE && of(id).state() == CaseState.NEW) {
            move(id, CaseState.OPEN);
        }
        return made;
    }

    private UUID file(CaseId id, String name, Origin origin) {
        return file(id, name, name.length(), origin);
    }

    private UUID file(CaseId id, String name, int size, Origin origin) {
        if (of(id).state().isFinal()) {
            return UUID.randomUUID();
        }
        AttachmentView file = new AttachmentView(
                new AttachmentId(UUID.randomUUID()), name, "text/plain", size, "", null, null, chaos.instant());
        return add(id, null, file, ActorKind.CUSTOMER, origin);
    }

    private UUID add(CaseId id, @Nullable String text, @Nullable AttachmentView file, ActorKind kind, Origin origin) {
        MirroredCase now = of(id);
        put(new MirroredCase(
                id,
                now.number(),
                now.version() + 1,
                now.entries() + 1,
                now.createdAt(),
                now.state(),
                now.category(),
                null,
                now.subject(),
                now.description(),
                now.customer(),
                now.executive(),
                now.compensation(),
                now.amount(),
                now.resolutionCode(),
                now.resolutionNotes()));
        UUID made = file == null ? UUID.randomUUID() : file.id().value();
        said(id).add(new MirroredEntry(made, now.entries() + 1, "Camila", kind, origin, text, file));
        return made;
    }

    private void move(CaseId id, CaseState to) {
        MirroredCase now = of(id);
        put(changed(now, to, now.executive(), now.resolutionCode(), now.resolutionNotes(), 1));
    }

    List<MirroredEntry> said(CaseId id) {
        return entries.computeIfAbsent(id, any -> new ArrayList<>());
    }

    private MirroredCase of(CaseId id) {
        return Objects.requireNonNull(cases.get(id));
    }

    private void put(MirroredCase now) {
        cases.put(now.id(), now);
    }

    private static MirroredCase changed(
            MirroredCase now,
            CaseState state,
            @Nullable String executive,
            @Nullable String code,
            @Nullable String notes,
            int more) {
        return new MirroredCase(
                now.id(),
                now.number(),
                now.version() + 1,
                now.entries() + more,
                now.createdAt(),
                state,
                now.category(),
                null,
                now.subject(),
                now.description(),
                now.customer(),
                executive,
                now.compensation(),
                now.amount(),
                code,
                notes);
    }

    private static MirroredCase compensated(MirroredCase now, CompensationState state, @Nullable Long amount) {
        return new MirroredCase(
                now.id(),
                now.number(),
                now.version() + 1,
                now.entries() + 1,
                now.createdAt(),
                now.state(),
                now.category(),
                null,
                now.subject(),
                now.description(),
                now.customer(),
                now.executive(),
                state,
                amount,
                now.resolutionCode(),
                now.resolutionNotes());
    }

    @Override
    public Optional<MirroredCase> read(CaseId caseId) {
        return Optional.ofNullable(cases.get(caseId));
    }

    @Override
    public List<MirroredEntry> entries(CaseId caseId, int after, int limit) {
        return said(caseId).stream()
                .filter(entry -> entry.position() > after && entry.position() <= after + limit)
                .toList();
    }

    @Override
    public OutgoingFile.Source content(CaseId caseId, AttachmentId file) {
        AttachmentView one = said(caseId).stream()
                .flatMap(entry -> Stream.ofNullable(entry.file()))
                .filter(some -> some.id().equals(file))
                .findFirst()
                .orElseThrow();
        String bytes = one.name().repeat(Math.toIntExact(one.size() / one.name().length()) + 1);
        return () -> new ByteArrayInputStream(
                bytes.substring(0, Math.toIntExact(one.size())).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Deed.Spooled spool(InputStream content) {
        try (content) {
            byte[] bytes = content.readAllBytes();
            return new Deed.Spooled() {
                @Override
                public InputStream open() {
                    return new ByteArrayInputStream(bytes);
                }

                @Override
                public void close() {
                    // Nothing is kept
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void apply(CaseId id, long version, List<Deed> deeds, Consumer<List<@Nullable UUID>> record) {
        if (of(id).version() != version) {
            throw new Moved();
        }
        MirroredCase before = of(id);
        List<MirroredEntry> said = List.copyOf(said(id));
        try {
            List<@Nullable UUID> made = new ArrayList<>();
            for (int i = 0; i < deeds.size(); i++) {
                made.add(done(id, deeds.get(i), i));
            }
            ledger.inOne(() -> record.accept(Collections.unmodifiableList(made)));
        } catch (RuntimeException | Error e) {
            put(before);
            entries.put(id, new ArrayList<>(said));
            throw e;
        }
        chaos.mayCrash();
    }

    private @Nullable UUID done(CaseId id, Deed deed, int index) {
        MirroredCase now = of(id);
        if (deed instanceof Deed.Post post) {
            refuse(now.state().isFinal(), index, "CASE_CLOSED");
            return say(id, post.text(), ActorKind.EXECUTIVE, Origin.SYNC);
        }
        if (deed instanceof Deed.Attach attach) {
            refuse(now.state().isFinal(), index, "CASE_CLOSED");
            return file(id, attach.name(), Origin.SYNC);
        }
        if (deed instanceof Deed.Assign assign) {
            refuse(!EXECUTIVES.contains(assign.executive()), index, "NOT_FOUND");
            put(changed(now, now.state(), assign.executive(), now.resolutionCode(), now.resolutionNotes(), 1));
        } else if (deed instanceof Deed.Compensate money) {
            refuse(NOT_STAFFS.contains(money.state()), index, "UNKNOWN_STATE");
            put(compensated(now, money.state(), money.amount() == null ? now.amount() : money.amount()));
        } else if (deed instanceof Deed.Follow follow) {
            Optional<List<CaseTransitions.Move>> path =
                    CaseTransitions.path(now.state(), follow.to(), follow.overruling());
            refuse(path.isEmpty(), index, "ILLEGAL_ACTION");
            put(changed(
                    now,
                    follow.to(),
                    now.executive(),
                    follow.code() == null ? now.resolutionCode() : follow.code().strip(),
                    follow.notes() == null
                            ? now.resolutionNotes()
                            : follow.notes().strip(),
                    path.get().size()));
        }
        return null;
    }

    private static void refuse(boolean unfit, int index, String reason) {
        if (unfit) {
            throw new Unacceptable(index, reason);
        }
    }
}
