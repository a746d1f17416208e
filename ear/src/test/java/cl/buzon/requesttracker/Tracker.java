package cl.buzon.requesttracker;

import cl.buzon.run.LocalRequestTracker;
import cl.buzon.systems.SampleFile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Request Tracker as one of its executives uses and sees it, through RT's own REST and no code of ours. */
final class Tracker {

    /** A page of a list; no ticket here has as many transactions or attachments. */
    private static final String ALL = "&per_page=100";

    private final Rest rest;
    private final String user;

    Tracker(LocalRequestTracker tracker, String user) {
        this.rest = new Rest(tracker.page(), tracker.tokenOf(user));
        this.user = user;
    }

    String user() {
        return user;
    }

    /** The ticket of a case, if it has come; it is one. */
    Optional<String> find(String caseNumber) {
        JsonNode found = rest.get(
                "tickets?query=" + Rest.quoted("Queue = 'Reclamos' AND CF.{Caso CSM} = '" + caseNumber + "'") + ALL);
        List<String> ids = ids(found);
        if (ids.size() > 1) {
            throw new AssertionError("tickets " + ids + " for " + caseNumber);
        }
        return ids.stream().findFirst();
    }

    String ticket(String caseNumber) {
        return find(caseNumber).orElseThrow(() -> new AssertionError("no ticket for " + caseNumber));
    }

    /** Writes to the customer. */
    void write(String caseNumber, String text) {
        rest.post("ticket/" + ticket(caseNumber) + "/correspond", Rest.words(text));
    }

    /** Writes to the customer, with a file. */
    void write(String caseNumber, String text, SampleFile file) {
        rest.post(
                "ticket/" + ticket(caseNumber) + "/correspond",
                Rest.words(text),
                file.name(),
                file.contentType(),
                file.content());
    }

    /** Writes to the customer and moves the ticket on at once. */
    void write(String caseNumber, String text, String status, Map<String, String> customFields) {
        Map<String, Object> body = new HashMap<>(Rest.words(text));
        body.put("Status", status);
        if (!customFields.isEmpty()) {
            body.put("CustomFields", customFields);
        }
        rest.post("ticket/" + ticket(caseNumber) + "/correspond", body);
    }

    /** Leaves a comment, which in RT is for staff only. */
    void comment(String caseNumber, String text) {
        rest.post("ticket/" + ticket(caseNumber) + "/comment", Rest.words(text));
    }

    /** Leaves a comment with a file. */
    void comment(String caseNumber, String text, SampleFile file) {
        rest.post(
                "ticket/" + ticket(caseNumber) + "/comment",
                Rest.words(text),
                file.name(),
                file.contentType(),
                file.content());
    }

    void set(String caseNumber, Map<String, Object> fields) {
        rest.put("ticket/" + ticket(caseNumber), fields);
    }

    void setCustomFields(String caseNumber, Map<String, String> fields) {
        set(caseNumber, Map.of("CustomFields", fields));
    }

    /** Puts a ticket into the queue of a name. */
    void move(String ticket, String queue) {
        rest.put("ticket/" + ticket, Map.of("Queue", queue));
    }

    String status(String caseNumber) {
        return ofCase(caseNumber).get("Status").asString();
    }

    String subject(String caseNumber) {
        return ofCase(caseNumber).get("Subject").asString();
    }

    String owner(String caseNumber) {
        return ofCase(caseNumber).get("Owner").get("id").asString();
    }

    Map<String, String> customFields(String caseNumber) {
        return customFields(ofCase(caseNumber));
    }

    /** The texts that customers may read, oldest first: what opened the ticket, and each correspondence. */
    List<String> said(String caseNumber) {
        return transactions(ticket(caseNumber))
                .filter(one -> !one.get("Type").asString().equals("Comment"))
                .flatMap(one -> contents(one).stream())
                .toList();
    }

    /** The bytes of a file by its name; empty when there is none. */
    Optional<byte[]> file(String caseNumber, String name) {
        return rest.get("ticket/" + ticket(caseNumber) + "/attachments?fields=Filename" + ALL)
                .get("items")
                .valueStream()
                .filter(item -> item.get("Filename").asString().equals(name))
                .map(item -> content(item.get("id").asString()))
                .findFirst();
    }

    /** The tickets of all cases whose numbers begin so. */
    List<String> startingWith(String prefix) {
        String query = "tickets?query="
                + Rest.quoted("Queue = 'Reclamos' AND CF.{Caso CSM} STARTSWITH '" + prefix + "'") + "&orderby=id" + ALL;
        JsonNode found = rest.get(query);
        if (found.get("total").asInt() > found.get("count").asInt()) {
            throw new AssertionError("more tickets than a page holds: " + found.get("total"));
        }
        return ids(found);
    }

    private static List<String> ids(JsonNode found) {
        return found.get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    JsonNode read(String ticket) {
        return rest.get("ticket/" + ticket);
    }

    private JsonNode ofCase(String caseNumber) {
        return read(ticket(caseNumber));
    }

    /** Custom fields of a ticket by name; those without a value are not there. */
    static Map<String, String> customFields(JsonNode ticket) {
        return ticket.get("CustomFields")
                .valueStream()
                .filter(field -> !field.get("values").isEmpty())
                .collect(Collectors.toMap(
                        field -> field.get("name").asString(),
                        field -> field.get("values").get(0).asString()));
    }

    /** All that has happened to a ticket, oldest first, with kind and creator. */
    Stream<JsonNode> transactions(String ticket) {
        return rest.get("ticket/" + ticket + "/history?fields=Type,Creator" + ALL)
                .get("items")
                .valueStream();
    }

    /** The words of a transaction; none or one where people write. */
    List<String> contents(JsonNode transaction) {
        return parts(transaction)
                .filter(part -> part.get("Filename").asString().isEmpty())
                .filter(part -> part.get("ContentType").asString().equals("text/plain"))
                .map(part -> new String(content(part.get("id").asString()), StandardCharsets.UTF_8))
                .toList();
    }

    /** Words and files of a transaction, without their bytes. */
    Stream<JsonNode> parts(JsonNode transaction) {
        return rest.get("transaction/" + transaction.get("id").asString() + "/attachments?fields=Filename,ContentType"
                        + ALL)
                .get("items")
                .valueStream();
    }

    byte[] content(String attachment) {
        return Base64.getMimeDecoder()
                .decode(rest.get("attachment/" + attachment).get("Content").asString());
    }
}
