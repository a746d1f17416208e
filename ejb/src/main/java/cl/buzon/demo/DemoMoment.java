package cl.buzon.demo;

import java.time.LocalTime;

/**
 * When something happens, as seen from the last day of the demo: written {@code 12 10:44} for a quarter to eleven twelve
 * working days before it.
 *
 * @param daysBefore working days
 * @param time in Santiago
 */
record DemoMoment(int daysBefore, LocalTime time) {

    static DemoMoment parse(String text) {
        String[] parts = text.split(" ", 2);
        return new DemoMoment(Integer.parseInt(parts[0]), LocalTime.parse(parts[1]));
    }
}
