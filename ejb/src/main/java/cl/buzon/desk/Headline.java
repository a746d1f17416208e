package cl.buzon.desk;

import cl.buzon.shared.ActorKind;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that happened on a case, short enough for one line; which components are present depends on the type. */
public record Headline(
        CaseNumber number,
        ActivityView.Type type,
        Instant at,
        String actorName,
        ActorKind actorKind,
        @Nullable CaseState to,
        @Nullable String executive,
        @Nullable CompensationState compensation,
        @Nullable Clp amount) {}
