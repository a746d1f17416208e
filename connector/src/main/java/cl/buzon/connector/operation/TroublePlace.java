package cl.buzon.connector.operation;

import cl.buzon.shared.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in the list of cases that do not get through. */
record TroublePlace(Instant since, UUID caseId) {

    private static final TroublePlace BEGINNING = new TroublePlace(Instant.EPOCH, new UUID(0, 0));

    static TroublePlace of(SyncRecords.Trouble one) {
        return new TroublePlace(one.since(), one.caseId().value());
    }

    String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, since) + "_" + caseId;
    }

    /** @throws Refusal.BadCursor when it is none of ours */
    static TroublePlace read(@Nullable String text) {
        if (text == null) {
            return BEGINNING;
        }
        if (!text.matches("[0-9]{1,18}_[0-9a-f-]{36}")) {
            throw new Refusal.BadCursor();
        }
        String[] parts = text.split("_", -1);
        try {
            return new TroublePlace(
                    Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException e) {
            throw new Refusal.BadCursor();
        }
    }
}
