package cl.buzon.desk;

import cl.buzon.shared.CaseNumber;

/** One entry of the history of one of several cases. */
public record CaseActivity(CaseNumber number, ActivityView activity) {}
