package cl.buzon.web.api;

import cl.buzon.desk.CaseView;
import cl.buzon.desk.Expected;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Sha256;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A case as an answer of its own, with an entity tag. The tag begins with the case's version, by which an action can be
 * bound to what was seen; the rest stands for what a case shows of others, such as its executive's name.
 */
final class CaseAnswers {

    private static final Pattern TAG = Pattern.compile("\\s*\"(\\d{1,18})\\.[\\w-]+\"\\s*");
    private static final Pattern NAMED = Pattern.compile("(W/)?\"([^\"]*)\"");
    private static final int MARK = 8;

    /** What no case has ever been. */
    private static final Long NEVER = -1L;

    private CaseAnswers() {}

    static Response.ResponseBuilder of(Response.ResponseBuilder answer, CaseView view) {
        CaseJson json = CaseJson.of(view);
        return answer.entity(json).tag(tag(view, json));
    }

    /**
     * The case to somebody who may have it already. RESTEasy's own judgement tells weak tags from strong ones, which
     * RFC 9110 does not want here: a proxy that compresses an answer makes its tag a weak one.
     */
    static Response unlessKnown(CaseView view, HttpHeaders asked) {
        EntityTag tag = tag(view, CaseJson.of(view));
        if (!names(asked.getHeaderString(HttpHeaders.IF_MATCH), tag, false, true)) {
            throw new Refusal.Changed();
        }
        return names(asked.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag, true, false)
                ? Response.notModified(tag).build()
                : of(Response.ok(), view).build();
    }

    /**
     * @param weakly whether a weak tag counts as well
     * @param absent what an absent header says
     */
    private static boolean names(@Nullable String header, EntityTag tag, boolean weakly, boolean absent) {
        if (header == null) {
            return absent;
        }
        return header.strip().equals("*")
                || NAMED.matcher(header)
                        .results()
                        .filter(named -> weakly || named.group(1) == null)
                        .anyMatch(named -> named.group(2).equals(tag.getValue()));
    }

    private static EntityTag tag(CaseView view, CaseJson json) {
        String shown = Sha256.base64Of(json.toString()).substring(0, MARK);
        return new EntityTag(view.version() + "." + shown);
    }

    /** @param ifMatch the header {@code If-Match}; weak and foreign tags in it match nothing, as RFC 9110 has it */
    static Expected expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return Expected.ANY;
        }
        Set<Long> versions = Arrays.stream(ifMatch.split(",", -1))
                .map(TAG::matcher)
                .map(tag -> tag.matches() ? version(tag) : NEVER)
                .collect(Collectors.toSet());
        return new Expected(versions);
    }

    private static Long version(Matcher tag) {
        return Long.valueOf(tag.group(1));
    }
}
