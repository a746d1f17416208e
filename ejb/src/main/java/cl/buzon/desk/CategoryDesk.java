package cl.buzon.desk;

import cl.buzon.cases.Categories;
import cl.buzon.cases.Category;
import cl.buzon.cases.EvidenceType;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Fault;
import cl.buzon.shared.LocalText;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Wording;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The situations that claims can be about: what the operator says about each. Their codes are firm. */
@Stateless
public class CategoryDesk {

    /** Of a name, in Unicode characters. */
    public static final int MAX_NAME = 60;

    /** Of a description or a hint, in Unicode characters. */
    public static final int MAX_TEXT = 200;

    private static final int MAX_CODE = 40;
    private static final int MAX_EVIDENCE = 10;

    private Categories categories;

    @SuppressWarnings("NullAway.Init")
    protected CategoryDesk() {}

    @Inject
    public CategoryDesk(Categories categories) {
        this.categories = categories;
    }

    /** All, those no longer on offer too, in the order of the screen. */
    public List<CategorySetup> categories(Actor actor) {
        Judged.operator(actor);
        return categories.all().stream().map(CategoryDesk::setup).toList();
    }

    /** @throws Refusal.NotFound when there is none of the code */
    public CategorySetup category(Actor actor, String code) {
        Judged.operator(actor);
        return setup(categories.find(code).orElseThrow(Refusal.NotFound::new));
    }

    /**
     * Sets a situation up anew, as typed.
     *
     * @param seen {@link CategorySetup#version} of what the wish was made of
     * @throws Refusal.InvalidInput on nameEs, nameEn, descriptionEs, descriptionEn and, with the place in the list behind
     *     a dash, proofEs, proofEn, hintEs, hintEn: REQUIRED, TOO_LONG, UNFIT_CHARACTERS; on compensation: UNKNOWN_VALUE;
     *     on active: LAST_CATEGORY; on evidence: TOO_MANY_EVIDENCE, and SITUATION_CHANGED when it is set up otherwise by
     *     now, or a code is none of its own
     */
    public void change(Actor actor, CategorySetup wish, String seen) {
        Judged.operator(actor);
        Category category = categories.getForChange(wish.code());
        if (setup(category).version().equals(wish.version())) {
            return;
        }
        refuseChanged(setup(category), wish, seen);
        List<Fault> faults = new ArrayList<>();
        LocalText name = text("name", "", wish.name(), MAX_NAME, faults);
        LocalText description = text("description", "", wish.description(), MAX_TEXT, faults);
        Optional<Category.Basis> basis = basis(wish.compensation(), faults);
        List<EvidenceType> evidence = evidence(wish.evidence(), faults);
        if (!wish.active() && isLast(category)) {
            faults.add(Fault.of("active", "LAST_CATEGORY"));
        }
        if (!faults.isEmpty()) {
            throw new Refusal.InvalidInput(faults);
        }
        category.describe(name, description);
        category.setTerms(basis.orElseThrow(), wish.trackingRequired());
        category.setActive(wish.active());
        category.setEvidence(evidence);
    }

    /** Or what a colleague has said meanwhile would be gone, and nobody would know. */
    private static void refuseChanged(CategorySetup now, CategorySetup wish, String seen) {
        List<String> codes = new ArrayList<>(
                now.evidence().stream().map(CategorySetup.Proof::code).toList());
        boolean own = wish.evidence().stream()
                .map(CategorySetup.Proof::code)
                .allMatch(code -> code.isEmpty() || codes.remove(code));
        if (!own || !now.version().equals(seen)) {
            throw new Refusal.InvalidInput(Fault.of("evidence", "SITUATION_CHANGED"));
        }
    }

    private boolean isLast(Category category) {
        return categories.active().stream().allMatch(one -> one.code().equals(category.code()));
    }

    private static Optional<Category.Basis> basis(String typed, List<Fault> faults) {
        Optional<Category.Basis> basis = Arrays.stream(Category.Basis.values())
                .filter(one -> one.name().equals(typed))
                .findFirst();
        if (basis.isEmpty()) {
            faults.add(Fault.of("compensation", "UNKNOWN_VALUE", Arrays.toString(Category.Basis.values())));
        }
        return basis;
    }

    private static List<EvidenceType> evidence(List<CategorySetup.Proof> typed, List<Fault> faults) {
        if (typed.size() > MAX_EVIDENCE) {
            faults.add(Fault.of("evidence", "TOO_MANY_EVIDENCE", MAX_EVIDENCE));
        }
        Set<String> taken = new HashSet<>();
        typed.forEach(proof -> taken.add(proof.code()));
        List<EvidenceType> evidence = new ArrayList<>();
        for (int place = 0; place < typed.size(); place++) {
            CategorySetup.Proof proof = typed.get(place);
            LocalText name = text("proof", "-" + place, proof.name(), MAX_NAME, faults);
            LocalText hint = text("hint", "-" + place, proof.hint(), MAX_TEXT, faults);
            String code = proof.code().isEmpty() ? fresh(name.en(), taken) : proof.code();
            evidence.add(
                    new EvidenceType(code, place + 1, name.es(), name.en(), hint.es(), hint.en(), proof.required()));
        }
        return evidence;
    }

    /** A code for a new kind of proof, of its English name. */
    private static String fresh(String name, Set<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^_|_$", "");
        String code = plain.isEmpty() ? "PROOF" : plain.substring(0, Math.min(MAX_CODE, plain.length()));
        String free = code;
        for (int again = 2; !taken.add(free); again++) {
            free = code + "_" + again;
        }
        return free;
    }

    private static LocalText text(String field, String place, LocalText typed, int max, List<Fault> faults) {
        return new LocalText(
                line(field + "Es" + place, typed.es(), max, faults),
                line(field + "En" + place, typed.en(), max, faults));
    }

    private static String line(String field, String typed, int max, List<Fault> faults) {
        String text = Wording.tidy(typed).replaceAll("\\s+", " ");
        Wording.fault(field, text, max).ifPresent(faults::add);
        return text;
    }

    private static CategorySetup setup(Category category) {
        return new CategorySetup(
                category.code(),
                category.name(),
                category.description(),
                category.compensation().name(),
                category.trackingRequired(),
                category.active(),
                category.evidence().stream()
                        .map(type -> new CategorySetup.Proof(type.code(), type.name(), type.hint(), type.required()))
                        .toList());
    }
}
