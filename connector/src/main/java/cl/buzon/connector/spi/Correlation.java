package cl.buzon.connector.spi;

import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;

/** By what the other side can recognise a case of ours. */
public record Correlation(CaseId id, CaseNumber number) {}
