package cl.buzon.sandbox.instance;

import cl.buzon.sandbox.fault.Exchanges;
import cl.buzon.sandbox.fault.Faults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The instance: tables of rows, its clock, the people who work in it, and what can go wrong with it. Reading sees each
 * row as it is at that moment; writing is done by one at a time. Safe for many threads.
 */
public final class Instance implements AutoCloseable {

    /** The table of cases. */
    public static final String CASE = CaseRules.CASE;

    static final String JOURNAL = "sys_journal_field";
    static final String ATTACHMENT = "sys_attachment";

    private final Schema schema = new Schema();
    private final Switches switches = new Switches();
    private final Faults faults = new Faults();
    private final Exchanges exchanges = new Exchanges();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<Row, String>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Row> rows = new ConcurrentHashMap<>();
    private final SandboxClock clock;
    private final Store store;
    private final SignIns signIns;
    private final Attachments attachments;
    private final Writing writing;

    private Instance(Clock clock, Map<String, Row> kept, Path files, Store store) {
        this.clock = new SandboxClock(clock);
        this.store = store;
        this.signIns = new SignIns(this);
        this.attachments = new Attachments(files);
        Furnishing.of(schema).forEach(row -> rows.put(row.id(), row));
        rows.putAll(kept);
        this.writing = new Writing(this, kept.values());
    }

    /** In memory only, with the bytes of files in a temporary folder; its clock goes along with the system's. */
    public static Instance inMemory() {
        return inMemory(Clock.systemUTC());
    }

    public static Instance inMemory(Clock clock) {
        try {
            Path files = Files.createTempDirectory("sandbox-files");
            return new Instance(clock, Map.of(), files, Store.nowhere());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it was left in the folder; a fresh one when there is nothing. */
    public static Instance keptIn(Path folder, Clock clock) {
        Map<String, Row> kept = Store.read(folder);
        return new Instance(clock, kept, folder.resolve("files"), Store.continuing(folder, kept.values()));
    }

    public Schema schema() {
        return schema;
    }

    public Switches switches() {
        return switches;
    }

    public SandboxClock clock() {
        return clock;
    }

    public Faults faults() {
        return faults;
    }

    /** Who is let in at the doors of the REST APIs. */
    public SignIns signIns() {
        return signIns;
    }

    /** What was asked of the REST APIs, and what came of it. */
    public Exchanges exchanges() {
        return exchanges;
    }

    /** All rows of a table and of those that extend it, as they came. */
    public List<Row> rows(String table) {
        List<String> family = schema.family(table);
        return rows.values().stream()
                .filter(row -> family.contains(row.table()))
                .sorted(Comparator.comparingLong(Row::sequence))
                .toList();
    }

    public List<Row> cases() {
        return rows(CASE);
    }

    public Optional<Row> find(String table, String id) {
        return Optional.ofNullable(rows.get(id))
                .filter(row -> schema.family(table).contains(row.table()));
    }

    /** @throws Denial when there is no such case */
    public Row aCase(String id) {
        return find(CASE, id).orElseThrow(Denial::noRecord);
    }

    /** The case that a caller has marked as its own. */
    public Optional<Row> caseOf(String correlationId) {
        return cases().stream()
                .filter(row -> row.get("correlation_id").equals(correlationId))
                .findFirst();
    }

    /** The journal of a record, oldest entry first. */
    public List<Row> journal(String id) {
        return rows(JOURNAL).stream()
                .filter(row -> row.get("element_id").equals(id))
                .toList();
    }

    /** The files of a record, oldest first. */
    public List<Row> attachments(String id) {
        return rows(ATTACHMENT).stream()
                .filter(row -> row.get("table_sys_id").equals(id))
                .toList();
    }

    public InputStream bytes(String attachment) {
        return attachments.open(attachment);
    }

    public Optional<Row> user(String userName) {
        return rows("sys_user").stream()
                .filter(row -> row.get("user_name").equals(userName))
                .findFirst();
    }

    /** The name of a person as others read it. */
    public String nameOf(String userName) {
        return user(userName).map(row -> row.get("name")).orElse(userName);
    }

    /** Somebody of the group that works on cases. */
    public Executive executive(String userName) {
        return new Executive(this, userName);
    }

    /**
     * What an encoded query finds, in the order that it asks for.
     *
     * @param zone in which times are meant that are not in UTC
     * @param readable the fields that may be asked for; another is as good as unknown
     */
    public List<Row> select(String table, Query query, ZoneId zone, Predicate<String> readable) {
        return new Selection(this, schema.known(table), zone, readable).rows(query);
    }

    /** Whether a query may name the field: a column, or one of a table that is referred to. */
    public boolean isField(String table, String field) {
        return anyones(table).isKnown(field);
    }

    /** The value of a field, through references if need be. */
    public String value(Row row, String field) {
        return anyones(row.table()).value(row, field);
    }

    /** @throws Denial when a rule or policy forbids it */
    public synchronized Row insert(Caller caller, String table, Map<String, String> values) {
        return writing.insert(caller, table, values);
    }

    /** @throws Denial when a rule or policy forbids it, or there is no such row */
    public synchronized Row update(Caller caller, String table, String id, Map<String, String> values) {
        return writing.update(caller, table, id, values);
    }

    /** @throws Denial when there is no such row */
    public synchronized void delete(Caller caller, String table, String id) {
        writing.delete(caller, table, id);
    }

    /** Streams the bytes in before anything says that there is a file. */
    public Row attach(Caller caller, String table, String id, String name, String type, InputStream bytes) {
        return new Attaching(this, attachments).attach(caller, table, id, name, type, bytes);
    }

    /** Changes a row as a script does that leaves no mark: neither its time nor its count moves. */
    public synchronized void changeByScript(String id, Map<String, String> values) {
        writing.change(id, values);
    }

    /** Changes a case so that it carries a time in the past, as a long transaction does that ends only now. */
    public synchronized void commitLate(String id, Duration past, Map<String, String> values) {
        String now = Times.stored(clock.instant().minus(past));
        update(new Caller("admin"), CASE, id, values);
        writing.change(id, Map.of("sys_updated_on", now));
    }

    /** A journal entry that a script has made: the record itself does not move. */
    public synchronized Row enterByScript(String id, String element, String text, String userName) {
        return writing.enter(new Caller(userName), aCase(id), element, text);
    }

    /** Adds a rule of the administrator's to the writing of cases. */
    public void add(Rule rule) {
        rules.add(rule);
    }

    /** @param listener hears each case that was written to, and by whom (the user name) */
    public void onChange(BiConsumer<Row, String> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        store.close();
    }

    List<Rule> rules() {
        return rules;
    }

    CaseRules caseRules() {
        return new CaseRules(switches);
    }

    void put(Row row) {
        rows.put(row.id(), row);
        store.put(row);
    }

    void remove(String id) {
        rows.remove(id);
        store.remove(id);
    }

    Row insertAs(Caller caller, String table, String id, Map<String, String> values) {
        return writing.insert(caller, table, id, values);
    }

    void touch(Caller caller, String id) {
        writing.touch(caller, id);
    }

    void dropBytes(String id) {
        attachments.drop(id);
    }

    void tell(Row row, Caller caller) {
        listeners.forEach(listener -> listener.accept(row, caller.userName()));
    }

    static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private Selection anyones(String table) {
        return new Selection(this, schema.known(table), ZoneOffset.UTC, field -> true);
    }
}
