package cl.buzon.connector.servicenow;

import java.time.Instant;

/** How far rows, comments and files have been heard. */
record Places(Place rows, Place comments, Place files) {

    static Places from(Instant at) {
        Place place = Place.at(Instant.ofEpochSecond(at.getEpochSecond()));
        return new Places(place, place, place);
    }

    String text() {
        return rows.text() + "|" + comments.text() + "|" + files.text();
    }

    static Places read(String text) {
        String[] parts = text.split("\\|", -1);
        return new Places(Place.read(parts[0]), Place.read(parts[1]), Place.read(parts[2]));
    }
}
