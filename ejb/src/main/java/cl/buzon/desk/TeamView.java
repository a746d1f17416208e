package cl.buzon.desk;

import cl.buzon.shared.ExecutiveId;
import org.jspecify.annotations.Nullable;

/** Who looks after a company's cases: the first takes them, the second when the first cannot. */
public record TeamView(
        @Nullable ExecutiveId primary, @Nullable ExecutiveId backup) {}
