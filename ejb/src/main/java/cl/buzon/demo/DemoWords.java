package cl.buzon.demo;

import java.util.regex.Pattern;

/**
 * Fills what a text of the demo leaves open: {@code {executive}} is the first name of who works on the case, and {@code
 * {day-3}} the day that lies three working days before the moment at which the text is said.
 */
record DemoWords(DemoCalendar calendar) {

    private static final Pattern DAY = Pattern.compile("\\{day([+-]\\d+)?}");

    String at(DemoMoment moment, String text, String executive) {
        String firstName = executive.split(" ", 2)[0];
        return at(moment, text).replace("{executive}", firstName);
    }

    String at(DemoMoment moment, String text) {
        return DAY.matcher(text)
                .replaceAll(found ->
                        calendar.inWords(moment, found.group(1) == null ? 0 : Integer.parseInt(found.group(1))));
    }
}
