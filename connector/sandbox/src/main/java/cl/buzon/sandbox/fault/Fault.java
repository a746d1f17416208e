package cl.buzon.sandbox.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Something that goes wrong with certain calls.
 *
 * @param name for people and for the record of exchanges
 * @param where the calls that it concerns
 * @param skip so many of those go well before
 * @param times so many then go wrong; negative means all
 * @param goodBetween so many go well between each two that go wrong, as when a service flaps
 * @param worksFirst the call is done all the same, and only its answer is lost
 */
public record Fault(
        String name, Predicate<Call> where, int skip, int times, int goodBetween, boolean worksFirst, Effect effect) {

    private static final String JSON = "application/json;charset=UTF-8";
    private static final String HTML = "text/html;charset=UTF-8";

    /** Goes wrong always, everywhere, and before any work is done, until it is narrowed. */
    public static Fault of(String name, Effect effect) {
        return new Fault(name, call -> true, 0, -1, 0, false, effect);
    }

    /** A sleeping developer instance: its page, with a status that says that all is well. */
    public static Fault hibernating() {
        return of("hibernating", html(200, "Instance Hibernating page", "Your instance is hibernating"));
    }

    public static Fault maintenance() {
        return of("maintenance", html(503, "Service Unavailable", "The instance is being upgraded"));
    }

    /** The load balancer's own words. */
    public static Fault gateway(int status) {
        return of("gateway " + status, html(status, "Bad Gateway", "The server did not answer"));
    }

    public static Fault loginRedirect() {
        return of(
                "login redirect",
                new Effect.Instead(302, HTML, Map.of("Location", "https://sandbox.service-now.example/login.do"), ""));
    }

    /** Too many calls in one session: this one was thrown away. */
    public static Fault dropped() {
        return of("dropped with 202", new Effect.Instead(202, "", Map.of(), ""));
    }

    /** @param retryAfter the header as it is sent (seconds, a date or nonsense); none when empty */
    public static Fault rateLimited(String retryAfter) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-RateLimit-Limit", "100");
        headers.put("X-RateLimit-Rule", "0123456789abcdef0123456789abcdef");
        if (!retryAfter.isEmpty()) {
            headers.put("Retry-After", retryAfter);
        }
        String body = error("Rate limit exceeded", "Rate limit of 100 requests per hour for Table API exceeded");
        return of("429", new Effect.Instead(429, JSON, headers, body));
    }

    /** The pool of calls from outside is full; no word about when to come again. */
    public static Fault poolFull() {
        return of("429 of the pool", new Effect.Instead(429, JSON, Map.of(), error("Too many requests", "")));
    }

    /** An error of the instance, in its own envelope. */
    public static Fault refused(int status, String message, String detail) {
        return of(status + " " + message, new Effect.Instead(status, JSON, Map.of(), error(message, detail)));
    }

    public static Fault unauthenticated() {
        return of(
                "401",
                new Effect.Instead(
                        401,
                        JSON,
                        Map.of("WWW-Authenticate", "Basic realm=\"Service-now\""),
                        error("User Not Authenticated", "Required to provide Auth information")));
    }

    public static Fault cut() {
        return of("cut", new Effect.Cut());
    }

    /** The case is written, and the caller never hears of it. */
    public static Fault writeLost() {
        return cut().on(Call::isWrite).afterWork().named("write lost");
    }

    public static Fault slow(Duration by) {
        return of("slow", new Effect.Delay(by)).afterWork();
    }

    public static Fault drip(Duration interval) {
        return of("drip", new Effect.Drip(interval)).afterWork();
    }

    public static Fault truncated(int after) {
        return of("cut JSON", new Effect.Truncate(after)).afterWork();
    }

    public static Fault broken(int after) {
        return of("broken answer", new Effect.Break(after)).afterWork();
    }

    public static Fault errorBehindResult() {
        return of(
                        "error behind the result",
                        new Effect.ErrorBehind("Transaction cancelled: maximum execution time exceeded"))
                .afterWork();
    }

    public Fault named(String other) {
        return new Fault(other, where, skip, times, goodBetween, worksFirst, effect);
    }

    public Fault on(Predicate<Call> calls) {
        return new Fault(name, calls, skip, times, goodBetween, worksFirst, effect);
    }

    public Fault times(int count) {
        return new Fault(name, where, skip, count, goodBetween, worksFirst, effect);
    }

    public Fault once() {
        return times(1);
    }

    public Fault skipping(int count) {
        return new Fault(name, where, count, times, goodBetween, worksFirst, effect);
    }

    public Fault flapping(int good) {
        return new Fault(name, where, skip, times, good, worksFirst, effect);
    }

    /** The call is done, and what goes wrong is its answer. */
    public Fault afterWork() {
        return new Fault(name, where, skip, times, goodBetween, true, effect);
    }

    private static Effect html(int status, String title, String words) {
        String page = "<html><head><title>" + title + "</title></head><body><p>" + words + "</p></body></html>";
        return new Effect.Instead(status, HTML, Map.of(), page);
    }

    private static String error(String message, String detail) {
        return "{\"error\":{\"message\":\"" + message + "\",\"detail\":\"" + detail + "\"},\"status\":\"failure\"}";
    }
}
