package cl.buzon.sandbox.page;

import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Row;
import cl.buzon.sandbox.instance.Times;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What a person sees of the instance: cases newest first, a case's story, labels in the person's language. */
final class Sight {

    static final List<String> EXECUTIVES = List.of("marcela.fuentes", "rodrigo.lagos", "paula.ibanez");

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");
    private static final Set<String> WORDS = Set.of("comments", "work_notes");

    private final Instance instance;
    private final Words words;

    Sight(Instance instance, Words words) {
        this.instance = instance;
        this.words = words;
    }

    List<Row> cases() {
        return instance.cases().stream()
                .sorted(Comparator.comparing((Row row) -> row.get("sys_updated_on"))
                        .thenComparing(Row::sequence)
                        .reversed())
                .toList();
    }

    /** Words and files of a case, oldest first. */
    List<Row> story(Row row) {
        List<Row> story = new ArrayList<>(instance.journal(row.id()));
        story.removeIf(entry -> !WORDS.contains(entry.get("element")));
        story.addAll(instance.attachments(row.id()));
        story.sort(Comparator.comparingLong(Row::sequence));
        return story;
    }

    /** What the customer's side did after an executive last did something; empty when nothing. */
    String news(Row row) {
        if (State.isEnded(row)) {
            return "";
        }
        List<Row> story = story(row);
        if (story.isEmpty()) {
            return row.get("state").equals("1") ? words.of("news.case") : "";
        }
        Row last = story.get(story.size() - 1);
        if (EXECUTIVES.contains(last.get("sys_created_by"))) {
            return "";
        }
        boolean untouched = story.stream().noneMatch(entry -> EXECUTIVES.contains(entry.get("sys_created_by")));
        if (untouched && row.get("state").equals("1")) {
            return words.of("news.case");
        }
        return words.of(isFile(last) ? "news.file" : "news.message");
    }

    static boolean isFile(Row entry) {
        return entry.table().equals("sys_attachment");
    }

    String customer(Row row) {
        String contact = instance.value(row, "contact.name");
        String account = instance.value(row, "account.name");
        if (contact.isEmpty() && account.isEmpty()) {
            return words.of("case.no-customer");
        }
        return contact.isEmpty() || account.isEmpty() ? contact + account : contact + ", " + account;
    }

    String executive(Row row) {
        String name = instance.value(row, "assigned_to.name");
        return name.isEmpty() ? words.of("case.nobody") : name;
    }

    String name(String userName) {
        return instance.nameOf(userName);
    }

    /** The label of a choice; the value itself when nobody has defined it. */
    String label(String element, String value) {
        return choices(element).stream()
                .filter(choice -> choice.get("value").equals(value))
                .map(choice -> choice.get("label"))
                .findFirst()
                .orElse(value);
    }

    /** All choices of a field of cases. */
    List<Row> choices(String element) {
        return instance.rows("sys_choice").stream()
                .filter(choice -> choice.get("element").equals(element)
                        && choice.get("name").equals(Instance.CASE)
                        && choice.get("language").equals(words.language()))
                .toList();
    }

    /** A stored date-time as people in Chile read it. */
    String time(String stored) {
        return Times.shown(Times.instant(stored), CHILE, "dd-MM-yyyy HH:mm");
    }
}
