package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.instance.Denial;
import cl.buzon.sandbox.instance.Switches;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The form that a request must have before it is looked at: what it sends, what it takes, how much it is. */
final class Forms {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final Switches switches;

    Forms(Switches switches) {
        this.switches = switches;
    }

    /** @throws Denial when the form is wrong */
    void check(Asked asked) {
        boolean file = asked.call().isAttachment();
        String accept = header(asked, "Accept");
        if (!takesJson(accept) && !(file && asked.call().path().endsWith("/file"))) {
            throw new Denial(406, "Not acceptable", "Cannot produce " + (accept.isEmpty() ? "nothing" : accept));
        }
        if (!WITH_BODY.contains(asked.method()) || (file && asked.method().equals("POST"))) {
            return;
        }
        String type = header(asked, "Content-Type");
        if (!type.startsWith("application/json")) {
            throw new Denial(415, "Unsupported Media Type", type.isEmpty() ? "Content-Type is missing" : type);
        }
        long length = asked.request().getContentLengthLong();
        if (length > switches.largestBody) {
            throw new Denial(
                    400,
                    "Exception while reading request",
                    "Rejected large REST payload with content-length = " + length + " bytes. Max allowed: "
                            + switches.largestBody + " bytes.");
        }
    }

    private static boolean takesJson(String accept) {
        return accept.contains("application/json") || accept.contains("*/*") || accept.contains("application/*");
    }

    private static String header(Asked asked, String name) {
        return Objects.requireNonNullElse(asked.request().getHeader(name), "").toLowerCase(Locale.ROOT);
    }
}
