package cl.buzon.assignment;

/** Which part an executive has in a company's team. */
enum TeamRole {
    PRIMARY,
    BACKUP
}
