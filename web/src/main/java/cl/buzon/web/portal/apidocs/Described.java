package cl.buzon.web.portal.apidocs;

import java.util.List;

/** What the page shows of the description, ready to be read; absent texts are empty. */
public final class Described {

    private Described() {}

    /** Calls that belong together. */
    public record Group(String name, String anchor, String text, List<Call> calls) {}

    /**
     * One method of one address.
     *
     * @param path within the portal
     * @param refusals statuses of the problems that it may answer
     */
    public record Call(
            String anchor,
            String method,
            String path,
            String summary,
            String text,
            List<Member> parameters,
            List<Content> bodies,
            List<Answer> answers,
            List<String> refusals) {}

    /**
     * A parameter or a member of a JSON object.
     *
     * @param place of a parameter: path, query or header
     */
    public record Member(String name, String place, Kind kind, boolean required, String text) {}

    /**
     * What a value looks like.
     *
     * @param many whether it is a list of such
     * @param nullable whether it may be null instead
     * @param shape name of a shape, empty for plain types
     * @param type of a plain value in the words of JSON Schema
     * @param values the only ones possible, empty where there is no such list
     */
    public record Kind(boolean many, boolean nullable, String shape, String type, List<String> values) {}

    /** What is sent in one format. */
    public record Content(String format, Kind kind, String example) {}

    /** What comes back when all went well. */
    public record Answer(String status, String text, List<String> headers, List<Content> contents) {}

    /**
     * The members of a JSON object.
     *
     * @param kinds what it is, where it is not an object
     */
    public record Shape(String name, String text, List<Member> members, List<Kind> kinds) {}

    /** What can go wrong with one status. */
    public record Trouble(String status, String text, String example, List<String> codes) {}
}
