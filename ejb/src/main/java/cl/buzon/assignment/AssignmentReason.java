package cl.buzon.assignment;

/** What led to a decision; in the order in which it was found out. */
public enum AssignmentReason {
    /** The account's primary executive takes it. */
    PRIMARY,
    /** The account's primary executive is absent or no longer active. */
    PRIMARY_ABSENT,
    /** The account's primary executive has more than enough to do. */
    PRIMARY_FULL,
    /** Who stands in for the absent primary executive takes it. */
    DELEGATE,
    /** The account's backup executive takes it. */
    BACKUP,
    /** Chosen among those who know the category. */
    SKILL,
    /** Nobody present knows the category: chosen among all. */
    SKILL_RELAXED,
    /** Had least to do, or among equals had waited longest. */
    LEAST_LOAD,
    /** Nobody who could take it has capacity left: the case waits. */
    NOBODY_FREE,
    /** The ticketing system says so. */
    REMOTE
}
