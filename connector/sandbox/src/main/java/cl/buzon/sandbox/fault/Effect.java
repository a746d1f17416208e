package cl.buzon.sandbox.fault;

import java.time.Duration;
import java.util.Map;

/** What a caller meets in place of the answer, or done to it. */
public sealed interface Effect {

    /** Another answer altogether. */
    record Instead(int status, String type, Map<String, String> headers, String body) implements Effect {}

    /** The connection ends without any answer. */
    record Cut() implements Effect {}

    /** The answer ends after some bytes, though its head has promised more. */
    record Break(int after) implements Effect {}

    /** The answer's JSON ends after some bytes, and the answer is complete as far as HTTP goes. */
    record Truncate(int after) implements Effect {}

    /** One byte each time that the interval has passed. */
    record Drip(Duration interval) implements Effect {}

    /** The right answer, late. */
    record Delay(Duration by) implements Effect {}

    /** The error stands behind the result, as when time ran out within the answer. */
    record ErrorBehind(String message) implements Effect {}

    /** A result of so many bytes. */
    record Huge(long bytes) implements Effect {}

    /** A result nested so deep. */
    record Deep(int levels) implements Effect {}

    /** The answer, with these headers set or replaced. */
    record Headers(Map<String, String> headers) implements Effect {}

    /** The whole result is one text. */
    record ResultAsText() implements Effect {}
}
