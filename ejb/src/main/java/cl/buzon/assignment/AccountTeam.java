package cl.buzon.assignment;

import cl.buzon.shared.ExecutiveId;
import org.jspecify.annotations.Nullable;

/** The executives who look after a company: the first takes its cases, the second when the first cannot. */
public record AccountTeam(
        @Nullable ExecutiveId primary, @Nullable ExecutiveId backup) {}
