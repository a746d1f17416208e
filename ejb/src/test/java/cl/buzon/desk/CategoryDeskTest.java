package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cl.buzon.cases.Categories;
import cl.buzon.desk.CategorySetup.Proof;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Fault;
import cl.buzon.shared.LocalText;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CategoryDeskTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final Actor OPERATOR = new Actor.Operator(UserId.random(), "Ignacio", Origin.PORTAL);
    private static final Fault CHANGED = Fault.of("evidence", "SITUATION_CHANGED");
    private static final LocalText WORDS = new LocalText("Palabras", "Words");

    @Test
    void aSituationIsSetUpAnewWithItsEvidence() {
        CategorySetup wish = new CategorySetup(
                "DELAY",
                new LocalText("Demora", "Delayed"),
                WORDS,
                "NONE",
                false,
                false,
                List.of(
                        new Proof("POSTING_PROOF", WORDS, WORDS, true),
                        new Proof("", new LocalText("Guía", "Señal note"), WORDS, false),
                        new Proof("", new LocalText("Guía", "Señal note"), WORDS, false)));

        change(wish);

        CategorySetup found = category("DELAY");
        assertThat(found.name()).isEqualTo(new LocalText("Demora", "Delayed"));
        assertThat(found.active()).isFalse();
        assertThat(found.evidence())
                .extracting(Proof::code)
                .containsExactly("POSTING_PROOF", "SENAL_NOTE", "SENAL_NOTE_2");
        assertThat(found.evidence()).extracting(Proof::required).containsExactly(true, false, false);
        assertThat(PERSISTENCE.<Integer>call(em -> new Categories(em).active().size()))
                .isEqualTo(11);
        change(new CategorySetup("DELAY", WORDS, WORDS, "POSTAGE", true, true, found.evidence()));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        CategorySetup wish = new CategorySetup(
                "LOSS",
                new LocalText("", "x"),
                new LocalText("x", "y".repeat(201)),
                "MUCH",
                true,
                true,
                List.of(new Proof("", new LocalText("a", ""), WORDS, true)));

        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> change(wish))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::field)
                        .containsExactly("nameEs", "descriptionEn", "compensation", "proofEn-0"));
    }

    @Test
    void onlyTheOperatorSetsUpSituationsThatThereAre() {
        Actor clock = new Actor.Machine("Buzón", Origin.CLOCK);

        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> PERSISTENCE.run(em -> new CategoryDesk(new Categories(em)).categories(clock)));
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> category("NOTHING"));
    }

    /** Two operators have the same form open. */
    @Test
    void whatAColleagueAddedMeanwhileIsNotLost() {
        CategorySetup seen = category("BILLING");
        Proof letter = new Proof("", new LocalText("Carta", "Letter"), WORDS, false);
        change(with(
                seen, Stream.concat(seen.evidence().stream(), Stream.of(letter)).toList()));

        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> change(with(seen, List.of()), seen.version()))
                .satisfies(refused -> assertThat(refused.faults()).containsExactly(CHANGED));

        assertThat(category("BILLING").evidence()).extracting(Proof::code).containsExactly("INVOICE", "LETTER");
        change(seen);
    }

    /** The second press of a hasty hand has changed nothing meanwhile. */
    @Test
    void theSameFormSavedTwiceIsNoConflict() {
        CategorySetup seen = category("DELAY");
        CategorySetup wish = new CategorySetup(
                seen.code(),
                new LocalText("Llegó tarde", "Came late"),
                seen.description(),
                seen.compensation(),
                seen.trackingRequired(),
                seen.active(),
                seen.evidence());

        change(wish, seen.version());
        change(wish, seen.version());

        assertThat(category("DELAY").name().es()).isEqualTo("Llegó tarde");
        change(seen);
    }

    @Test
    void aCodeThatIsNoneOfTheSituationsIsRefused() {
        CategorySetup now = category("LOSS");
        Proof foreign = new Proof("FOREIGN", WORDS, WORDS, false);
        Proof twice = now.evidence().get(0);

        for (List<Proof> evidence : List.of(List.of(foreign), List.of(twice, twice))) {
            assertThatExceptionOfType(Refusal.InvalidInput.class)
                    .isThrownBy(() -> change(with(now, evidence)))
                    .satisfies(refused -> assertThat(refused.faults()).containsExactly(CHANGED));
        }
    }

    private static CategorySetup with(CategorySetup of, List<Proof> evidence) {
        return new CategorySetup(
                of.code(),
                of.name(),
                of.description(),
                of.compensation(),
                of.trackingRequired(),
                of.active(),
                evidence);
    }

    private static void change(CategorySetup wish) {
        change(wish, category(wish.code()).version());
    }

    private static void change(CategorySetup wish, String seen) {
        PERSISTENCE.run(em -> new CategoryDesk(new Categories(em)).change(OPERATOR, wish, seen));
    }

    private static CategorySetup category(String code) {
        return PERSISTENCE.call(em -> new CategoryDesk(new Categories(em)).category(OPERATOR, code));
    }
}
