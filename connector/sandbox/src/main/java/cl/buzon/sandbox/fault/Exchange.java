package cl.buzon.sandbox.fault;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One call and what came of it.
 *
 * @param at by the instance's clock
 * @param user who was let in; empty when nobody
 * @param headers of the request, names in lower case, without what signs in
 * @param sent the JSON sent, cut when long; empty when none or bytes
 * @param committed what was written, each as {@code update sn_customerservice_case/<sys_id>}
 * @param status the status answered; 0 when the connection was cut
 * @param answered the JSON answered, cut when long; empty when none or bytes
 * @param fault what went wrong on request; empty when nothing
 */
public record Exchange(
        Instant at,
        Call call,
        String user,
        Map<String, String> headers,
        String sent,
        List<String> committed,
        int status,
        String answered,
        String fault) {}
