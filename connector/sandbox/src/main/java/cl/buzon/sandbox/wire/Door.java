package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.fault.Call;
import cl.buzon.sandbox.fault.Exchange;
import cl.buzon.sandbox.fault.Fault;
import cl.buzon.sandbox.instance.Caller;
import cl.buzon.sandbox.instance.Denial;
import cl.buzon.sandbox.instance.Instance;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The door of the REST APIs: lets a caller in or not, has the call done, lets go wrong what shall, and keeps a record. */
public final class Door {

    private static final Set<String> UNRECORDED = Set.of("authorization", "cookie");
    private static final int LONGEST_RECORDED = 16_384;

    private final Instance instance;
    private final Limits limits;
    private final Doorman doorman;
    private final TokenDesk tokenDesk;
    private final Forms forms;
    private final Outlet outlet;
    private final TableApi tables;
    private final AttachmentApi attachments;
    private final StatsApi stats;
    private final CaseApi cases;

    public Door(Instance instance) {
        this.instance = instance;
        this.limits = new Limits(instance.switches(), instance.clock());
        this.doorman = new Doorman(instance);
        this.tokenDesk = new TokenDesk(instance);
        this.forms = new Forms(instance.switches());
        this.outlet = new Outlet(instance);
        this.tables = new TableApi(instance);
        this.attachments = new AttachmentApi(instance);
        this.stats = new StatsApi(instance);
        this.cases = new CaseApi(instance);
    }

    /** Answers one request, or breaks off as a fault wants it. */
    public void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Call call = call(request);
        Optional<Fault> fault = instance.faults().strike(call);
        Optional<String> user = call.isSignIn() || before(fault) ? Optional.empty() : doorman.who(request);
        Asked asked = new Asked(request, call, new Caller(user.orElse("")));
        Answer answer = before(fault) ? Answer.empty(500) : inTurn(asked, user);
        boolean wantsNoBody = call.method().equals("HEAD") || "true".equals(request.getHeader("X-no-response-body"));
        Answer sent = wantsNoBody && answer.status() < 300 ? answer.withoutBody() : answer;
        int status = outlet.status(sent, fault);
        record(asked, sent, fault, status);
        outlet.send(request, response, sent, fault, user.isPresent());
    }

    private static boolean before(Optional<Fault> fault) {
        return fault.filter(one -> !one.worksFirst()).isPresent();
    }

    /** Calls of one session wait for each other; those that find too many before them are thrown away. */
    private Answer inTurn(Asked asked, Optional<String> user) {
        Optional<String> session = session(asked.request());
        if (session.isEmpty()) {
            return inPool(asked, user);
        }
        Optional<Runnable> turn = limits.turn(session.get());
        if (turn.isEmpty()) {
            return Answer.empty(202);
        }
        try {
            return inPool(asked, user);
        } finally {
            turn.get().run();
        }
    }

    private Answer inPool(Asked asked, Optional<String> user) {
        if (!limits.enter()) {
            return Answer.of(new Denial(429, "Too many requests", "No semaphore could be acquired"));
        }
        try {
            return underRate(asked, user);
        } finally {
            limits.leave();
        }
    }

    private Answer underRate(Asked asked, Optional<String> user) {
        if (asked.call().isSignIn()) {
            return tokenDesk.answer(asked);
        }
        if (user.isEmpty()) {
            return Answer.notAuthenticated(instance.switches().notAuthenticated);
        }
        Optional<Limits.Rate> rate = limits.rate();
        if (rate.isEmpty()) {
            return work(asked);
        }
        return rate.get().marking(rate.get().exceeded() ? rate.get().refusal() : work(asked));
    }

    private Answer work(Asked asked) {
        try {
            forms.check(asked);
            return dispatch(asked);
        } catch (Denial denial) {
            return Answer.of(denial);
        }
    }

    private Answer dispatch(Asked asked) {
        List<String> steps = asked.steps();
        String path = asked.call().path();
        if (path.startsWith("/api/sn_customerservice/")) {
            return cases.answer(asked);
        }
        if (!path.startsWith("/api/now/") || steps.isEmpty()) {
            throw NoResource.denial();
        }
        return switch (steps.get(0)) {
            case "table" -> tables.answer(asked);
            case "attachment" -> attachments.answer(asked);
            case "stats" -> stats.answer(asked);
            default -> throw NoResource.denial();
        };
    }

    private void record(Asked asked, Answer answer, Optional<Fault> fault, int status) {
        instance.exchanges()
                .add(new Exchange(
                        instance.clock().instant(),
                        asked.call(),
                        asked.caller().userName(),
                        headers(asked.request()),
                        cut(asked.sent()),
                        asked.caller().committed(),
                        status,
                        answer.isJson() ? cut(answer.text()) : "",
                        fault.map(Fault::name).orElse("")));
    }

    private static Call call(HttpServletRequest request) {
        String override = request.getHeader("X-HTTP-Method-Override");
        String method = override != null && request.getMethod().equals("POST")
                ? override.toUpperCase(Locale.ROOT)
                : request.getMethod();
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return new Call(method, path, QueryString.shown(QueryString.of(request)));
    }

    private static Optional<String> session(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals("JSESSIONID")) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!UNRECORDED.contains(lower)) {
                headers.put(lower, request.getHeader(name));
            }
        }
        return headers;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_RECORDED ? text : text.substring(0, LONGEST_RECORDED);
    }
}
