package cl.buzon.web.portal;

import cl.buzon.desk.CategorySetup;
import cl.buzon.shared.LocalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One kind of proof, as the form of a situation has it: its inputs carry its place in the list behind a dash. */
public record ProofRow(int place, String code, String es, String en, String hintEs, String hintEn, String asked) {

    private static final String CODE = "code-";

    /**
     * The rows that the form has sent, or those of a form that is still to be shown, the last of them for a new kind.
     * The stored list does not count the rows that were sent: somebody else may have changed it meanwhile.
     *
     * @param inputs what was sent under a name, if anything was
     */
    static List<ProofRow> of(Function<String, Optional<String>> inputs, List<CategorySetup.Proof> stored) {
        List<ProofRow> sent = IntStream.iterate(
                        0, place -> inputs.apply(CODE + place).isPresent(), place -> place + 1)
                .mapToObj(place -> sent(place, inputs))
                .toList();
        return sent.isEmpty() ? shown(stored) : sent;
    }

    private static List<ProofRow> shown(List<CategorySetup.Proof> stored) {
        List<ProofRow> rows = new ArrayList<>();
        stored.forEach(proof -> rows.add(shown(rows.size(), proof)));
        rows.add(new ProofRow(rows.size(), "", "", "", "", "", "OPTIONAL"));
        return List.copyOf(rows);
    }

    private static ProofRow sent(int place, Function<String, Optional<String>> inputs) {
        UnaryOperator<String> typed = name -> inputs.apply(name + place).orElse("");
        return new ProofRow(
                place,
                typed.apply(CODE),
                typed.apply("proofEs-"),
                typed.apply("proofEn-"),
                typed.apply("hintEs-"),
                typed.apply("hintEn-"),
                typed.apply("asked-"));
    }

    private static ProofRow shown(int place, CategorySetup.Proof of) {
        return new ProofRow(
                place,
                of.code(),
                of.name().es(),
                of.name().en(),
                of.hint().es(),
                of.hint().en(),
                of.required() ? "REQUIRED" : "OPTIONAL");
    }

    public boolean isNew() {
        return code.isEmpty();
    }

    boolean isKept() {
        boolean empty = Stream.of(code, es, en, hintEs, hintEn).allMatch(String::isBlank);
        return !empty && !asked.equals("NO");
    }

    CategorySetup.Proof wish() {
        return new CategorySetup.Proof(
                code, new LocalText(es, en), new LocalText(hintEs, hintEn), asked.equals("REQUIRED"));
    }
}
