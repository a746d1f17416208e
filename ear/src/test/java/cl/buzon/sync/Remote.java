package cl.buzon.sync;

import cl.buzon.sandbox.SandboxServer;
import cl.buzon.sandbox.fault.Call;
import cl.buzon.sandbox.fault.Effect;
import cl.buzon.sandbox.fault.Exchange;
import cl.buzon.sandbox.fault.Fault;
import cl.buzon.sandbox.instance.Executive;
import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Row;
import cl.buzon.sandbox.instance.SignIns;
import cl.buzon.sync.World.Comment;
import cl.buzon.sync.World.Document;
import cl.buzon.sync.World.Ticket;
import cl.buzon.sync.World.Write;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The other side, with a wire before it: what lies there, what executives do there, and what goes wrong with it. */
final class Remote implements AutoCloseable {

    private static final Pattern CASE_ID = Pattern.compile("(?:sn_customerservice_case/|table_sys_id=)([0-9a-f]{32})");

    private final SandboxServer server = SandboxServer.start();
    private final Instance instance = server.instance();
    private final Wire wire = new Wire(URI.create(server.url()).getPort());
    private final Map<String, String> sums = new ConcurrentHashMap<>();
    private final Map<Call, Instant> begun = Collections.synchronizedMap(new IdentityHashMap<>());

    Remote() {
        // Tests count what has come since they began, and all of them share this one
        instance.exchanges().keep(100_000);
        allIsWell();
    }

    Map<String, String> settings() {
        return Map.of(
                "BUZON_CONNECTOR_SYSTEM",
                "servicenow",
                "BUZON_SERVICENOW_URL",
                "http://localhost:" + wire.port() + "/sandbox",
                "BUZON_SERVICENOW_USERNAME",
                SignIns.INTEGRATION_USER,
                "BUZON_SERVICENOW_PASSWORD",
                SignIns.PASSWORD,
                "BUZON_SERVICENOW_OAUTH_CLIENT_ID",
                SignIns.CLIENT,
                "BUZON_SERVICENOW_OAUTH_CLIENT_SECRET",
                SignIns.PASSWORD,
                "BUZON_SERVICENOW_CLOSE_CODE",
                "Solved by customer");
    }

    Wire wire() {
        return wire;
    }

    Instance instance() {
        return instance;
    }

    /** No fault is in force any more. */
    void allIsWell() {
        instance.faults().clear();
        // Never strikes: it only sees when a call comes in
        instance.faults().inject(Fault.of("watch", new Effect.Cut()).on(call -> {
            begun.put(call, instance.clock().instant());
            return false;
        }));
        wire.mend();
    }

    void goesWrong(Fault fault) {
        instance.faults().inject(fault);
    }

    /** The record of a case of ours, if it has come. */
    Optional<Row> find(String number) {
        return instance.cases().stream()
                .filter(row -> row.get("correlation_display").equals(number))
                .findFirst();
    }

    Row row(String number) {
        return find(number).orElseThrow(() -> new AssertionError("no record of " + number));
    }

    String id(String number) {
        return row(number).id();
    }

    long records(String number) {
        return instance.cases().stream()
                .filter(row -> row.get("correlation_display").equals(number))
                .count();
    }

    /** The public journal of a case, oldest first. */
    List<String> said(String number) {
        return comments(id(number)).map(row -> row.get("value")).toList();
    }

    /** The bytes of the files of a case, oldest first. */
    List<byte[]> shown(String number) {
        return instance.attachments(id(number)).stream()
                .map(row -> bytes(row.id()))
                .toList();
    }

    Executive marcela() {
        return instance.executive("marcela.fuentes");
    }

    Executive rodrigo() {
        return instance.executive("rodrigo.lagos");
    }

    /** Calls of a kind so far, those that failed among them. */
    List<Exchange> calls(Predicate<Call> which) {
        return instance.exchanges().of(which);
    }

    /** Calls on which a fault struck, by its name. */
    List<Exchange> struckBy(String fault) {
        return calls(call -> true).stream()
                .filter(exchange -> exchange.fault().equals(fault))
                .toList();
    }

    long signIns() {
        return calls(Call::isSignIn).size();
    }

    /** What the connector has changed here so far, call by call. */
    List<Exchange> writesDone() {
        return calls(Call::isWrite).stream()
                .filter(exchange -> !exchange.committed().isEmpty())
                .toList();
    }

    /** All calls about one case: the record's own, and those that carry its id. */
    List<Exchange> about(String number) {
        Row row = row(number);
        return calls(call -> true).stream()
                .filter(exchange ->
                        (exchange.call().path() + exchange.call().query() + exchange.sent()).contains(row.id())
                                || exchange.sent().contains(row.get("correlation_id"))
                                || exchange.call().query().contains(row.get("correlation_id")))
                .toList();
    }

    List<Ticket> tickets() {
        return instance.cases().stream()
                .filter(row -> !row.get("correlation_id").isEmpty())
                .map(this::ticket)
                .toList();
    }

    private Ticket ticket(Row row) {
        Map<String, String> fields = new HashMap<>(row.values());
        String executive = instance.find("sys_user", row.get("assigned_to"))
                .map(user -> user.get("email"))
                .orElse("");
        fields.put("assigned_to", executive);
        return new Ticket(
                row.id(),
                row.get("correlation_id"),
                fields,
                Long.parseLong(row.get("sys_mod_count")),
                comments(row.id())
                        .map(entry -> new Comment(entry.id(), isOurs(entry), entry.get("value")))
                        .toList(),
                instance.attachments(row.id()).stream()
                        .map(file -> new Document(file.id(), isOurs(file), file.get("file_name"), sumOf(file.id())))
                        .toList());
    }

    private java.util.stream.Stream<Row> comments(String id) {
        return instance.journal(id).stream().filter(row -> row.get("element").equals("comments"));
    }

    private static boolean isOurs(Row row) {
        return row.get("sys_created_by").equals(SignIns.INTEGRATION_USER);
    }

    /** Bytes never change here, and are not summed up twice. */
    private String sumOf(String attachment) {
        return sums.computeIfAbsent(attachment, id -> PortalRecords.sum(bytes(id)));
    }

    private byte[] bytes(String attachment) {
        try (InputStream content = instance.bytes(attachment)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant begunAt(Exchange exchange) {
        return begun.getOrDefault(exchange.call(), exchange.at());
    }

    /** Every write that was done, with the time it took here. */
    List<Write> writes() {
        return writesDone().stream()
                .map(exchange -> new Write(
                        caseIn(exchange),
                        exchange.call().method() + " " + exchange.call().path(),
                        begunAt(exchange),
                        exchange.at()))
                .toList();
    }

    private static String caseIn(Exchange exchange) {
        Matcher id =
                CASE_ID.matcher(exchange.call().path() + "?" + exchange.call().query());
        return id.find() ? id.group(1) : "";
    }

    @Override
    public void close() {
        wire.close();
        server.close();
    }
}
