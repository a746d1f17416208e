package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.RemoteFailure;

/** What an examination looks with. */
record Probe(RequestTrackerSettings settings, Rest rest, People people) {

    static String words(RemoteFailure failure) {
        return String.valueOf(failure.getMessage());
    }
}
